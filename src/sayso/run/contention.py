"""How long a process stood ready to work and was given no processor: time that is not its own fault."""

from pathlib import Path


def waited(pid: int) -> float:
    """The seconds that process `pid` has spent waiting for a processor; 0 where the system keeps no count.

    Linux counts them in the second field of `schedstat`, in nanoseconds.
    """
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0
