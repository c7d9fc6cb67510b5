#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Four tasks on a real Slurm of one node, one of them requeued while it works: the merged project must be the
# one that a single call gives. Needs slurm-wlm, munge and root.
#   tests/slurm/slurm_test.sh build/test/bin/maskwright-cli
set -euo pipefail
cli=$(realpath "${1:?name maskwright-cli}")
root=$(cd "$(dirname "$0")/../.." && pwd)
for program in munged slurmctld slurmd sbatch scontrol; do
    command -v $program >/dev/null || { echo "$program is missing: install slurm-wlm and munge"; exit 77; }
done
[ "$(id -u)" -eq 0 ] || { echo "a Slurm of one's own needs root"; exit 77; }

work=$(mktemp -d)
daemons=()
finish() {
    scancel --user=root 2>/dev/null || true
    for pid in "${daemons[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

host=$(hostname -s)
export SLURM_CONF=$work/slurm.conf
cat >"$SLURM_CONF" <<CONF
ClusterName=maskwright
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge.socket
CryptoType=crypto/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
SlurmctldPort=16817
SlurmdPort=16818
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
KillWait=1
MpiDefault=none
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
mkdir "$work/state" "$work/spool" "$work/munge"
dd if=/dev/urandom of="$work/munge/key" bs=1 count=128 status=none
chmod 700 "$work/munge" && chmod 400 "$work/munge/key"
chmod 755 "$work"
start() {
    "$@" >"$work/$(basename "$1").out" 2>&1 &
    daemons+=($!)
}
start munged --foreground --force --key-file="$work/munge/key" --socket="$work/munge.socket" \
    --pid-file="$work/munge/pid" --log-file="$work/munge/log" --seed-file="$work/munge/seed"
until [ -S "$work/munge.socket" ]; do sleep 0.1; done
start slurmctld -D
start slurmd -D -N "$host"
for _ in $(seq 100); do
    sinfo -h -o %T 2>/dev/null | grep -q idle && break
    sleep 0.2
done
sinfo -h -o %T | grep -q idle || { echo "Slurm did not start"; tail -5 "$work"/slurm*.log "$work"/*.out; exit 1; }

# Pictures that differ, so that each must be read and encoded.
mkdir "$work/pictures"
python3 - "$root/resources/demo" "$work/pictures" <<'PY'
import pathlib, sys
from PIL import Image
demo = sorted(pathlib.Path(sys.argv[1]).glob("*.jpg"))
for i in range(160):
    picture = Image.open(demo[i % len(demo)]).convert("RGB")
    w, h = picture.size
    cut = 1 + i // len(demo)
    picture.crop((cut, cut, w, h)).resize((900, 700)).save(f"{sys.argv[2]}/{i:03d}.jpg", quality=92)
PY
cat >"$work/plan.json" <<'PLAN'
{"classes": [{"label": "circle", "phrases": ["circle", "red circle"]}, {"label": "star"}, {"label": "square"}]}
PLAN
cd "$work"
"$cli" add alone.maskwright pictures >/dev/null
cp alone.maskwright shared.maskwright
"$cli" autolabel plan.json alone.maskwright 2>/dev/null
"$cli" export alone.maskwright --format coco -o alone

export PLAN=plan.json PROJECT=shared.maskwright RUNS=runs SHARDS=4 MASKWRIGHT_CLI=$cli
job=$(sbatch --parsable --array=1-4 --cpus-per-task=1 --output="$work/task-%a.out" \
    "$root/packaging/slurm/autolabel.sbatch")
lines() { cat runs/run-2.jsonl 2>/dev/null | wc -l; }
until [ "$(lines)" -ge 4 ]; do sleep 0.02; done
scontrol requeue "${job}_2"
# The killed process may be in the middle of a line: that is the point.
sleep 0.5
cut=$(lines)
[ "$cut" -lt 41 ] || { echo "task 2 had ended before it could be requeued"; exit 1; }
echo "task 2 was requeued with $cut of 41 lines written"
for _ in $(seq 1500); do
    squeue -h -j "$job" 2>/dev/null | grep -q . || break
    sleep 0.2
done
for i in 1 2 3 4; do
    [ "$(wc -l <runs/run-$i.jsonl)" -eq 41 ] || { echo "shard $i is not whole"; cat task-$i.out; exit 1; }
done
"$cli" merge shared.maskwright runs/run-*.jsonl
"$cli" export shared.maskwright --format coco -o shared
# Only the moment of making may differ.
for name in alone shared; do sed -i -E 's/"created":[0-9]+/"created":0/g' $name/annotations.json; done
cmp alone/annotations.json shared/annotations.json
"$cli" merge shared.maskwright runs/run-*.jsonl | grep -q '^0 instances added'
echo "merged result identical to one machine's: $(wc -c <alone/annotations.json) bytes"
