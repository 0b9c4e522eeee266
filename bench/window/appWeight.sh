#!/bin/sh
# Starts the program in BENCH_PROGRAM with the scheduler's weight in BENCH_WEIGHT: it is in a session of its own, and
# Linux weighs sessions (sched(7), autogroup), so that the priority of who starts it would not reach it.
echo "$BENCH_WEIGHT" > /proc/self/autogroup
exec "$BENCH_PROGRAM" "$@"
