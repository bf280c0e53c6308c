"""The build that is measured, the machine it runs on, and what a program costs there."""

import os
import platform
import subprocess
import sys
import time


def build(root, configuration):
    """Builds Airlock; the folder of its programs."""
    command = ["swift", "build", "-c", configuration]
    for product in ("airlock-lab", "airlock-room"):
        built = subprocess.run(
            [*command, "--product", product],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if built.returncode != 0:
            sys.stdout.buffer.write(built.stdout[-20_000:])
            sys.exit("bench: the build failed")
    asked = subprocess.run(
        [*command, "--show-bin-path"], check=True, cwd=root, stdout=subprocess.PIPE, text=True
    )
    return asked.stdout.strip()


def described():
    """The machine in a line."""
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            name = next(line.split(":", 1)[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        name = platform.machine()
    return f"{name}, {os.cpu_count()} processors, {platform.release()}"


def measured(command, **options):
    """Runs `command`; its wall and processor seconds and its largest resident size in MB."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"bench: exit {process.returncode} of: {' '.join(command)}")
    return {
        "seconds": round(seconds, 3),
        "processorSeconds": round(usage.ru_utime + usage.ru_stime, 3),
        "peakMB": round(usage.ru_maxrss / 1024, 1),
    }


def resident(process_id):
    """Resident memory of a running program in MB."""
    with open(f"/proc/{process_id}/status", encoding="utf-8") as file:
        for line in file:
            if line.startswith("VmRSS:"):
                return round(int(line.split()[1]) / 1024, 1)
    raise ValueError("no VmRSS")


def spread(seconds):
    """Median, 95th and 99th percentile and worst of some times, in milliseconds."""
    ordered = sorted(seconds)
    at = lambda part: round(1_000 * ordered[min(len(ordered) - 1, int(part * len(ordered)))], 2)
    return {"p50": at(0.5), "p95": at(0.95), "p99": at(0.99), "worst": round(1_000 * ordered[-1], 2)}


def bytes_below(folder):
    """Bytes of all files below a folder."""
    return sum(
        os.path.getsize(os.path.join(place, name))
        for place, _, names in os.walk(folder)
        for name in names
    )
