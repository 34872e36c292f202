"""Statements of people that only read: how they are told apart, asked, and limited."""
