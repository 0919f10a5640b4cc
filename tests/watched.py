"""Serves the dashboard, and keeps what it says on standard error and where it connects to.

python -m tests.watched run app.py    with WATCHED as the folder for `said` and `connected`
"""

import os
import runpy
import socket
import sys
from pathlib import Path
from typing import Any

_FOLDER = Path(os.environ["WATCHED"])
_NETWORKS = {socket.AF_INET, socket.AF_INET6}


def _note(event: str, args: tuple[Any, ...]) -> None:
    """Python tells of each connection before it is made, and of each name that is looked up."""
    outward = event == "socket.connect" and args[0].family in _NETWORKS
    if outward or event in ("socket.sendto", "socket.gethostbyname"):
        os.write(_connected, f"{event} {args[1:]}\n".encode())


_connected = os.open(_FOLDER / "connected", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
os.dup2(os.open(_FOLDER / "said", os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
sys.addaudithook(_note)
sys.argv[0] = "streamlit"
runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
