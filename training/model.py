"""The model: a BERT-shaped encoder with a case embedding, and small heads on the first piece of each word."""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.labels import BUCKETS, POINTERS, ROLES, TAGS

_CASES = 8
_LINK = 96


class Block(nn.Module):
    """One transformer layer, weights named for what they are."""

    def __init__(self, *, width: int, heads: int, inner: int, dropout: float, eps: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=eps)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=eps)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The vectors after one round of attention."""
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, length, width)
        x = self.norm(x + self.dropout(self.out(seen)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces and the case of their words into one vector a piece."""

    def __init__(self, config: dict[str, int], *, dropout: float = 0.1) -> None:
        super().__init__()
        width, eps = config["hidden_size"], float(config["layer_norm_eps"])
        self.width = width
        self.pieces = nn.Embedding(config["vocab_size"], width)
        self.places = nn.Embedding(config["max_position_embeddings"], width)
        self.cases = nn.Embedding(_CASES, width)
        self.norm = nn.LayerNorm(width, eps=eps)
        self.dropout = nn.Dropout(dropout)
        self.blocks = nn.ModuleList(
            Block(
                width=width,
                heads=config["num_attention_heads"],
                inner=config["intermediate_size"],
                dropout=dropout,
                eps=eps,
            )
            for _ in range(config["num_hidden_layers"])
        )

    def forward(self, pieces: Tensor, cases: Tensor, lengths: Tensor) -> Tensor:
        """One vector for each piece; those beyond a window's length are not attended to."""
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.places(at) + self.cases(cases)
        x = self.dropout(self.norm(x))
        mask = (at[None, :] < lengths[:, None])[:, None, None, :]
        bias = torch.where(mask, 0.0, -1e4).to(x.dtype)
        for block in self.blocks:
            x = block(x, bias)
        return x


def pretrained(folder: Path) -> Encoder:
    """The encoder with the weights of a BERT-shaped checkpoint folder."""
    config = json.loads((folder / "config.json").read_text())
    old = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
    encoder = Encoder(config)
    new = {
        "pieces.weight": old["embeddings.word_embeddings.weight"],
        "places.weight": old["embeddings.position_embeddings.weight"]
        + old["embeddings.token_type_embeddings.weight"][0],
        "cases.weight": torch.zeros(_CASES, config["hidden_size"]),
        "norm.weight": old["embeddings.LayerNorm.weight"],
        "norm.bias": old["embeddings.LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense",
        "norm": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for number in range(config["num_hidden_layers"]):
        for kind in ("weight", "bias"):
            base = f"encoder.layer.{number}"
            parts = [old[f"{base}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            new[f"blocks.{number}.qkv.{kind}"] = torch.cat(parts)
            for ours, theirs in names.items():
                new[f"blocks.{number}.{ours}.{kind}"] = old[f"{base}.{theirs}.{kind}"]
    encoder.load_state_dict(new)
    encoder.pieces.weight.requires_grad_(False)
    return encoder


class Reader(nn.Module):
    """The encoder with every head; each output is a row of numbers for each word."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        width = encoder.width
        self.encoder = encoder
        self.dropout = nn.Dropout(0.15)
        self.tags = nn.Linear(width, sum(len(labels) for labels in TAGS.values()))
        self.asks = nn.Sequential(nn.Linear(width, 192), nn.GELU(), nn.Linear(192, len(ROLES) * _LINK))
        self.answers = nn.Sequential(nn.Linear(width, 192), nn.GELU(), nn.Linear(192, _LINK))
        self.points = nn.Sequential(nn.Linear(width, 192), nn.GELU(), nn.Linear(192, len(POINTERS) * _LINK))
        self.pointed = nn.Sequential(nn.Linear(width, 192), nn.GELU(), nn.Linear(192, _LINK))
        # Grammar: what a word asks of its head, and what a head answers; only to learn from.
        self.depends = nn.Linear(width, _LINK)
        self.governs = nn.Linear(width, _LINK)
        self.role_distance = nn.Parameter(torch.zeros(len(ROLES), 2 * BUCKETS + 1))
        self.pointer_distance = nn.Parameter(torch.zeros(len(POINTERS), 2 * BUCKETS + 1))
        with torch.no_grad():
            self.role_distance.fill_(-4.0)

    def forward(self, pieces: Tensor, cases: Tensor, lengths: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Scores and link vectors for each word: `(tags, asks, answers, points, pointed, depends,
        governs)`."""
        states = self.encoder(pieces, cases, lengths)
        rows = first.unsqueeze(-1).expand(-1, -1, states.shape[-1])
        words = self.dropout(torch.gather(states, 1, rows))
        heads = (self.tags, self.asks, self.answers, self.points, self.pointed, self.depends, self.governs)
        return tuple(head(words) for head in heads)
