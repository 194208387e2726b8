"""Export a checkpoint: one ONNX file (fp32 and dynamic int8), the tokenizer, and `reader.json` beside it.

python -m training.export --checkpoint FILE --encoder FOLDER --out FOLDER
"""

import argparse
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, Value, nn
from torch.autograd import Function
from torch.nn import functional

from training.labels import BUCKETS, POINTERS, ROLES, TAGS
from training.model import Block, Reader, pretrained

OUTPUTS = ("tags", "asks", "answers", "points", "pointed")
# Heads and roles that only help to learn are left out of the file.
_LEARNING_ONLY = frozenset(
    {"anchor_polnear", "trigger_ace", "fact", "relation", "time", "instrument", "toll", "effect", "group"}
)


class Attention(Function):
    """Attention as one node of the file, which onnxruntime works out tile by tile.

    Written out as products, a softmax and the transposes between them it takes half as long again.
    """

    @staticmethod
    def forward(_ctx: Any, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        """What each row of `query` attends to; the rows of all three are pieces."""
        q, k, v = (rows.unflatten(1, (heads, -1)).transpose(0, 1) for rows in (query, key, value))
        return functional.scaled_dot_product_attention(q, k, v).transpose(0, 1).flatten(1)

    @staticmethod
    def symbolic(graph: Any, query: Value, key: Value, value: Value, heads: int) -> Value:
        """The node; it wants windows of rows, of which there is one."""
        first = graph.op("Constant", value_t=torch.tensor([0]))
        windows = (graph.op("Unsqueeze", rows, first) for rows in (query, key, value))
        attended = graph.op("com.microsoft::MultiHeadAttention", *windows, num_heads_i=heads)
        return graph.op("Squeeze", attended, first)


class Alone(nn.Module):
    """The reader on one window at a time: no padding, so that a reading never depends on its neighbours.

    Everything has two dimensions, rows and columns: with a third, onnxruntime would join each sum with the
    norm that follows it into a node that takes four times as long as the two.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self.tags = _kept(reader.tags, {head: len(labels) for head, labels in TAGS.items()})
        hidden, bend, asks = reader.asks
        width = asks.out_features // len(ROLES)
        self.asks = nn.Sequential(hidden, bend, _kept(asks, dict.fromkeys(ROLES, width)))
        # One scale for each word vector: a single one for all 30,522 cost .03 of attribution F1.
        table = reader.encoder.pieces.weight.detach()
        scale = table.abs().amax(dim=1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("pieces", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, pieces: Tensor, cases: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Scores and link vectors of the words whose first pieces are given."""
        encoder = self.reader.encoder
        at = torch.arange(pieces.shape[0])
        vectors = self.pieces[pieces].float() * self.scale[pieces]
        x = encoder.norm(vectors + encoder.places(at) + encoder.cases(cases))
        *blocks, last = encoder.blocks
        for block in blocks:
            x = _after(block, x, seen=x)
        # Nothing looks at the other rows any more.
        words = _after(last, x[first], seen=x)
        reader = self.reader
        heads = (self.tags, self.asks, reader.answers, reader.points, reader.pointed)
        return tuple(head(words) for head in heads)


def _kept(head: nn.Linear, parts: Mapping[str, int]) -> nn.Linear:
    """The head without its outputs for what only helps to learn; `parts` gives how many each name has."""
    names = [name for name, size in parts.items() for _ in range(size)]
    rows = [row for row, name in enumerate(names) if name not in _LEARNING_ONLY]
    kept = nn.Linear(head.in_features, len(rows))
    with torch.no_grad():
        kept.weight.copy_(head.weight[rows])
        kept.bias.copy_(head.bias[rows])
    return kept


def _after(block: Block, x: Tensor, *, seen: Tensor) -> Tensor:
    """The rows of `x` after one layer, in which they attend to the rows `seen`."""
    weights, biases = block.qkv.weight.chunk(3), block.qkv.bias.chunk(3)
    query, key, value = map(functional.linear, (x, seen, seen), weights, biases)
    x = block.norm(x + block.out(Attention.apply(query, key, value, block.heads)))
    return block.norm2(x + block.down(functional.gelu(block.up(x))))


def export(checkpoint: Path, encoder: Path, out: Path) -> None:
    """Write `reader.fp32.onnx`, `reader.onnx` (int8), `tokenizer.json` and `reader.json`."""
    out.mkdir(parents=True, exist_ok=True)
    reader = Reader(pretrained(encoder))
    reader.load_state_dict(torch.load(checkpoint, weights_only=True)["model"])
    model = Alone(reader.eval()).eval()
    sample = (torch.randint(1000, 2000, (24,)), torch.zeros(24, dtype=torch.long), torch.arange(1, 20))
    fp32 = out / "reader.fp32.onnx"
    torch.onnx.export(
        model,
        sample,
        str(fp32),
        input_names=["pieces", "cases", "first"],
        output_names=list(OUTPUTS),
        dynamic_axes={"pieces": {0: "p"}, "cases": {0: "p"}, "first": {0: "w"}}
        | {o: {0: "w"} for o in OUTPUTS},
        opset_version=17,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )
    onnx.checker.check_model(str(fp32))
    quantize_dynamic(
        fp32,
        out / "reader.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul"],
        # The types of what follows a node of onnxruntime's own cannot be worked out.
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
    shutil.copyfile(encoder / "tokenizer.json", out / "tokenizer.json")
    shown = {
        "tags": {head: list(labels) for head, labels in TAGS.items() if head not in _LEARNING_ONLY},
        "roles": [role for role in ROLES if role not in _LEARNING_ONLY],
        "pointers": list(POINTERS),
        "buckets": BUCKETS,
        "role_distance": [
            row
            for role, row in zip(ROLES, _rounded(reader.role_distance), strict=True)
            if role not in _LEARNING_ONLY
        ],
        "pointer_distance": _rounded(reader.pointer_distance),
    }
    (out / "reader.json").write_text(json.dumps(shown) + "\n")


def _rounded(table: Tensor) -> list[list[float]]:
    return [[round(x, 3) for x in row] for row in table.detach().tolist()]


def main() -> None:
    """Export from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("checkpoint", "encoder", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    export(args.checkpoint, args.encoder, args.out)


if __name__ == "__main__":
    main()
