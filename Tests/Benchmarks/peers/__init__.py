"""What is measured: callboard, the floor under it, and other generators."""
