"""The network runs without telling anybody."""

import os
import subprocess
import sys
from pathlib import Path

READ = "from headwater import annotate; annotate('The minister said on Monday that the talks had failed.')"


def test_reading_a_report_leaves_no_file_of_a_device_id(tmp_path: Path) -> None:
    """onnxruntime writes one into the folder of temporary files when its telemetry is on."""
    for name in ("home", "tmp"):
        (tmp_path / name).mkdir()
    places = {"HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "tmp"), "ORT_DISABLE_TELEMETRY": "0"}
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("CI", "XDG_", "GITHUB_"))}
    subprocess.run([sys.executable, "-c", READ], env=clean | places, check=True)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
