"""onnxruntime without its telemetry.

Since 1.29 its builds for Linux and macOS write a device id to disk and send events over the network unless this variable is set
before the package is imported. Headwater reaches the network only where it is asked to, so nobody can turn it back on.
"""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime  # after the variable: it counts only if it is there first

__all__ = ["onnxruntime"]
