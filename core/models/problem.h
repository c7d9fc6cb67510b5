// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QUrl>

namespace core {

/// Every way in which getting a model can end (annotation-ux.md §4.4); each has its own sentence and way out.
enum class Problem {
    None,
    Stopped,
    LicenceNotAccepted,
    NoToken,
    TokenInvalid,
    TokenWithoutRights,
    RequestNotSent,
    RequestPending,
    RequestRefused,
    NoAccess, ///< 403 without a reason
    NetworkOff,
    NoAddress,
    Offline,
    BrokenOff,
    ServerFailed,
    Insecure,
    HashDiffers,
    OtherFile, ///< what the address holds, or what was chosen, is not the file of the catalogue
    Moved,
    NoSpace,
    CantWrite,
    CantRead,
    Busy
};

/// How one download or import ended. `detail` holds the figures or the server's own words, never a token.
struct Ending {
    Problem problem = Problem::None;
    QString detail = {};
    bool isDone() const { return problem == Problem::None; }
};

/// What a person can do about it; the window makes a button of each.
enum class WayOut {
    AcceptLicence,
    EnterToken,
    OpenTokenPage,
    OpenRequestPage,
    TryAgain,
    ImportFile,
    ChangeFolder
};
QList<WayOut> waysOut(Problem problem);

/// One or two sentences: what happened, what was kept, what to do. `model` is the model's name.
QString problemText(const Ending& ending, const QString& model);
/// For callers that speak in errors.
Error toError(const Ending& ending, const QString& model);

} // namespace core
