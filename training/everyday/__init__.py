# SPDX-License-Identifier: Apache-2.0
"""The everyday world: thousands of named cut-outs on rendered scenes, and training on it."""
