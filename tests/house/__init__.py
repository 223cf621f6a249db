"""Tests of the house itself: the tree, its locks, its words, its set-up."""
