"""Input that means harm, by the part of the program that it is meant for."""
