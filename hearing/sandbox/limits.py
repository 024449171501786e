"""How much a reading may take."""

ADDRESS_SPACE = 1 << 30
CPU_SECONDS = 30
# On a busy machine a good file waits for the processor, so the clock on the wall is only the last resort.
WALL_SECONDS = 90
