"""Training of the reader: data sets into one set of labels, the model, its calibration and export."""
