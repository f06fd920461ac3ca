"""What is said about one file: findings, waivers, baselines, and what changed from one version to the next."""
