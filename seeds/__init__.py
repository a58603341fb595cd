"""The seed article, references and labelled claims, package data."""
