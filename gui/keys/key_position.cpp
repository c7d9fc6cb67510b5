// SPDX-License-Identifier: Apache-2.0
#include "gui/keys/key_position.h"

#include <QGuiApplication>
#include <QKeyEvent>

#include <string_view>

namespace gui {
namespace {

// The rows of the main block from their first code on. Codes are those of the Linux kernel, which took them
// from the PC keyboard and which Windows still reports.
struct Row {
    quint32 first;
    std::string_view keys;
};
constexpr Row kRows[]{{2, "1234567890-="}, {16, "QWERTYUIOP[]"}, {30, "ASDFGHJKL;'`"}, {43, "\\ZXCVBNM,./"}};

constexpr std::string_view kLower = "`1234567890-=[]\\;',./";
constexpr std::string_view kUpper = "~!@#$%^&*()_+{}|:\"<>?";

/// What the platform adds to the kernel's code; -1 if its codes are others.
int codeOffset() {
    static const int offset = [] {
        const QString platform = QGuiApplication::platformName();
        if (platform == QLatin1String("windows")) {
            return 0;
        }
        // X11 keeps the first eight codes for itself, and Wayland's key maps follow it.
        return platform == QLatin1String("cocoa") ? -1 : 8;
    }();
    return offset;
}

} // namespace

Qt::Key keyPosition(const QKeyEvent& event) {
    const int offset = codeOffset();
    if (offset < 0 || event.nativeScanCode() <= quint32(offset)) {
        return Qt::Key_unknown;
    }
    const quint32 code = event.nativeScanCode() - quint32(offset);
    for (const Row& row : kRows) {
        if (code >= row.first && code - row.first < row.keys.size()) {
            return Qt::Key(row.keys[code - row.first]);
        }
    }
    return Qt::Key_unknown;
}

bool hasPosition(Qt::Key key) {
    const auto code = int(key);
    return (key >= Qt::Key_A && key <= Qt::Key_Z) ||
           (code < 128 && kLower.find(char(code)) != std::string_view::npos);
}

QKeyCombination withoutUpperSigns(QKeyCombination key) {
    const auto code = int(key.key());
    const auto at = code < 128 ? kUpper.find(char(code)) : std::string_view::npos;
    return at == std::string_view::npos
               ? key
               : QKeyCombination(key.keyboardModifiers() | Qt::ShiftModifier, Qt::Key(kLower[at]));
}

} // namespace gui
