#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Keeps translations/*.ts in step with the texts of the program.

  update.py            reads every text of gui and core and merges it into each .ts file
  update.py --check    changes nothing; fails with a list if a text is missing, unfinished, not translated, or has
                       other placeholders than its translation

lupdate knows tr() inside classes. Our tables mark texts by a macro T(), and free functions have a tr() of their
own; both name their context once in the file. So lupdate reads copies in which every such text names its context.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HERE = os.path.join(ROOT, "translations")
FOLDERS = ("gui", "core")
LANGUAGES = ("de", "es", "fr", "ja", "zh_CN")

HELPER = re.compile(r'QString (\w+)\(const char\* (\w+)[^)]*\) \{\s*return QCoreApplication::translate\("(\w+)", \2')
MACRO = re.compile(r'#define (\w+)\(\w+\) QT_TRANSLATE_NOOP\("(\w+)"')
PLACEHOLDER = re.compile(r"%L?\d|%n")


def marked(text):
    for name, _, context in HELPER.findall(text):
        text = re.sub(rf'(?<![\w:.>"]){name}\((\s*)(?=")', rf'QCoreApplication::translate("{context}", \1', text)
    for name, context in MACRO.findall(text):
        text = re.sub(rf'(?<![\w:.>"]){name}\((\s*)(?=")', rf'QT_TRANSLATE_NOOP("{context}", \1', text)
    return text


def copies(to):
    for folder in FOLDERS:
        for path, _, names in os.walk(os.path.join(ROOT, folder)):
            for name in names:
                if not name.endswith((".h", ".cpp")):
                    continue
                at = os.path.join(to, os.path.relpath(path, ROOT))
                os.makedirs(at, exist_ok=True)
                with open(os.path.join(path, name), encoding="utf-8") as source:
                    text = marked(source.read())
                with open(os.path.join(at, name), "w", encoding="utf-8") as copy:
                    copy.write(text)


def lupdate(program, folder, files, options=()):
    copies(folder)
    done = subprocess.run([program, *FOLDERS, "-I", ".", "-locations", "none", "-no-ui-lines", *options, "-ts", *files],
                          cwd=folder, capture_output=True, text=True)
    lost = [line for line in done.stderr.splitlines() if "lacks Q_OBJECT" in line or "cannot be called" in line]
    if done.returncode != 0 or lost:
        sys.exit("lupdate: " + ("\n".join(lost) or done.stderr))


def entries(file):
    """(context, source, comment) -> (type, translations)"""
    found = {}
    for context in ET.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            found[key] = (translation.get("type"), forms)
    return found


def problems(language, texts):
    file = os.path.join(HERE, f"maskwright_{language}.ts")
    have = entries(file) if os.path.exists(file) else {}
    for key in texts:
        kind, forms = have.get(key, ("missing", [""]))
        if kind is not None or not all(form.strip() for form in forms):
            yield f"{language}: {kind or 'empty'}: {key[0]}: {key[1]}"
        elif any(sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(key[1])) for form in forms):
            yield f"{language}: other placeholders: {key[0]}: {key[1]} -> {forms}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lupdate", default=shutil.which("lupdate") or "/usr/lib/qt6/bin/lupdate")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if not options.check:
            files = [os.path.join(HERE, f"maskwright_{language}.ts") for language in LANGUAGES]
            for language, file in zip(LANGUAGES, files):
                lupdate(options.lupdate, folder, [file], ["-target-language", language, "-source-language", "en",
                                                          "-no-obsolete"])
            return 0
        fresh = os.path.join(folder, "fresh.ts")
        lupdate(options.lupdate, folder, [fresh])
        texts = entries(fresh)
        found = [problem for language in LANGUAGES for problem in problems(language, texts)]
    print("\n".join(found))
    print(f"{len(texts)} texts, {len(LANGUAGES)} languages, {len(found)} problems")
    return 1 if found or len(texts) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
