"""How the extractor and its worker cut their talk into messages: eight bytes of length, then that many bytes."""

from __future__ import annotations

import struct

LENGTH = struct.Struct("<Q")
