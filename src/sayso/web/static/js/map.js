// Draws the map with MapLibre where there is WebGL and the library was built in; else the drawing stays.
