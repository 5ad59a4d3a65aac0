"""The network: MiniLM with a case embedding, and heads for tags, sentence ends, names and dependencies.

Dependencies follow Dozat and Manning (2017): a biaffine score for every (word, head) pair. The relation is
read by a small perceptron from the chosen pair, which costs far less than a second biaffine at run time.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

SHAPES = 8
"""Case classes of a word: see ``headwater.language.pieces.shape_of``."""


class Layer(nn.Module):
    """One BERT layer (post-norm)."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:  # x [B,T,D], bias [B,1,1,T]
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (width // self.heads) ** -0.5 + bias  # [B,H,T,T]
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class Network(nn.Module):
    """Reads pieces, answers for words."""

    def __init__(self, *, upos: int, xpos: int, rels: int, names: int, arc: int = 256, rel: int = 192) -> None:
        super().__init__()
        width = 384
        self.words = nn.Embedding(30522, width)
        self.places = nn.Embedding(512, width)
        self.shapes = nn.Embedding(SHAPES, width)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, 12, 1536, 0.1) for _ in range(6))
        self.drop = nn.Dropout(0.2)
        self.upos = nn.Linear(width, upos)
        self.xpos = nn.Linear(width, xpos)
        self.ends = nn.Linear(width, 1)
        self.name_hidden = nn.Linear(width, 256)
        self.names = nn.Linear(256, names)
        self.arc_word = nn.Linear(width, arc)
        self.arc_head = nn.Linear(width, arc)
        self.arc_pair = nn.Linear(arc, arc, bias=False)
        self.arc_prior = nn.Linear(arc, 1)
        self.rel_word = nn.Linear(width, rel)
        self.rel_head = nn.Linear(width, rel)
        self.rel_out = nn.Linear(rel, rels)

    def load_encoder(self, folder: Path) -> None:
        """Take over the published MiniLM weights (BERT names) from a sentence-transformers folder."""
        config = json.loads((folder / "config.json").read_text())
        assert (config["hidden_size"], config["num_hidden_layers"]) == (384, 6)
        old = load_file(folder / "model.safetensors")
        copy = {
            "words.weight": old["embeddings.word_embeddings.weight"],
            "places.weight": old["embeddings.position_embeddings.weight"]
            + old["embeddings.token_type_embeddings.weight"][:1],
        }
        for part in ("weight", "bias"):
            copy[f"norm.{part}"] = old[f"embeddings.LayerNorm.{part}"]
            for n in range(6):
                base = f"encoder.layer.{n}."
                copy[f"layers.{n}.qkv.{part}"] = torch.cat(
                    [old[f"{base}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                )
                copy[f"layers.{n}.out.{part}"] = old[f"{base}attention.output.dense.{part}"]
                copy[f"layers.{n}.norm1.{part}"] = old[f"{base}attention.output.LayerNorm.{part}"]
                copy[f"layers.{n}.up.{part}"] = old[f"{base}intermediate.dense.{part}"]
                copy[f"layers.{n}.down.{part}"] = old[f"{base}output.dense.{part}"]
                copy[f"layers.{n}.norm2.{part}"] = old[f"{base}output.LayerNorm.{part}"]
        _, unexpected = self.load_state_dict(copy, strict=False)
        assert not unexpected

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> dict[str, Tensor]:
        """``pieces``, ``shapes``, ``mask`` [B,T]; ``first`` [B,W+1]: index of each word's first piece, 0 = root (CLS).

        Returns per word: upos, xpos, names [B,W,·], ends [B,W], arcs [B,W,W+1], rel_word [B,W,R], rel_head [B,W+1,R],
        vectors [B,W,384].
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.norm(self.words(pieces) + self.places(places) + self.shapes(shapes))
        bias = ((1.0 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        nodes = torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[2]))  # [B,W+1,D]
        nodes = self.drop(nodes)
        word = nodes[:, 1:]
        arc_word = self.drop(nn.functional.gelu(self.arc_word(word)))
        arc_head = self.drop(nn.functional.gelu(self.arc_head(nodes)))
        arcs = self.arc_pair(arc_word) @ arc_head.transpose(1, 2) + self.arc_prior(arc_head).transpose(1, 2)
        return {
            "upos": self.upos(word),
            "xpos": self.xpos(word),
            "ends": self.ends(word).squeeze(-1),
            "names": self.names(self.drop(nn.functional.gelu(self.name_hidden(word)))),
            "arcs": arcs,
            "rel_word": self.rel_word(word),
            "rel_head": self.rel_head(nodes),
            "vectors": word,
        }

    def relations(self, rel_word: Tensor, rel_head: Tensor, heads: Tensor) -> Tensor:
        """Relation scores [B,W,rels] for each word with its chosen head (0 = root)."""
        chosen = torch.gather(rel_head, 1, heads[:, :, None].expand(-1, -1, rel_head.shape[2]))
        return self.rel_out(self.drop(nn.functional.gelu(rel_word + chosen)))
