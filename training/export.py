"""Write the trained network as the files the package ships: two ONNX graphs (weights int8), labels, word pieces.

    python training/export.py build/english.pt src/headwater/language/model

Weights are quantised per channel to 7 bits (``reduce_range``), so that sums of 8-bit products cannot overflow 16 bits on
processors without VNNI: results do not depend on the processor's instructions.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from network import Network
from train import MINILM

ANSWERS = ("upos", "xpos", "ends", "names", "arcs", "rel_word", "rel_head")


class Reader(nn.Module):
    """The network with its answers in the order of ``headwater.language.network.Answer``."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        out = self.network(pieces, shapes, mask, first)
        return tuple(out[name] for name in ANSWERS)


class Relations(nn.Module):
    """The relation scorer alone, so that only chosen (word, head) pairs are scored."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.out = network.rel_out

    def forward(self, pairs: Tensor) -> Tensor:
        return self.out(nn.functional.gelu(pairs))


def write_graphs(network: Network, folder: Path) -> None:
    """Both graphs in full precision."""
    some = (torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9, dtype=torch.long))
    first = torch.ones(2, 5, dtype=torch.long)
    batch, pieces, nodes = "batch", "pieces", "nodes"
    axes = {name: {0: batch, 1: pieces} for name in ("pieces", "shapes", "mask")} | {"first": {0: batch, 1: nodes}}
    axes |= {name: {0: batch, 1: "words"} for name in ANSWERS if name != "rel_head"} | {
        "rel_head": {0: batch, 1: nodes}
    }
    axes["arcs"] = {0: batch, 1: "words", 2: nodes}
    torch.onnx.export(
        Reader(network),
        (*some, first),
        str(folder / "reader.onnx"),
        input_names=["pieces", "shapes", "mask", "first"],
        output_names=list(ANSWERS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    torch.onnx.export(
        Relations(network),
        (torch.zeros(3, network.rel_out.in_features),),
        str(folder / "relations.onnx"),
        input_names=["pairs"],
        output_names=["rels"],
        dynamic_axes={"pairs": {0: "n"}, "rels": {0: "n"}},
        opset_version=17,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Weights and the embedding table to 8 bits; the pair scores of the tree stay in full precision."""
    prepared = source.with_suffix(".prepared.onnx")
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    pairs = [node.name for node in onnx.load(prepared).graph.node if "arc_pair" in node.name]
    quantize_dynamic(
        str(prepared),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        nodes_to_exclude=pairs,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    saved = torch.load(options.weights)
    labels = {layer: saved[layer] for layer in ("upos", "xpos", "rels", "names")}
    network = Network(**{layer: len(inventory) for layer, inventory in labels.items()})
    network.load_state_dict(saved["state"])
    network.eval()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        write_graphs(network, Path(temporary))
        quantise(Path(temporary) / "reader.onnx", options.folder / "english.onnx")
        shutil.copy(Path(temporary) / "relations.onnx", options.folder / "relations.onnx")
    (options.folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")
    shutil.copy(MINILM / "tokenizer.json", options.folder / "tokenizer.json")


if __name__ == "__main__":
    main()
