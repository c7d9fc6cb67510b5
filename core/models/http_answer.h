// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/part_file.h"
#include "core/models/problem.h"

#include <QByteArray>

#include <optional>

class QNetworkReply;

namespace core {

/// The parts of a server's answer that decide what happens next.
struct HttpAnswer {
    int status = 0;       ///< 0: there was no answer
    QByteArray errorCode; ///< the header X-Error-Code, such as GatedRepo
    QByteArray message;   ///< the header X-Error-Message, else the beginning of the body
    QUrl location;        ///< where a redirect leads
    int retryAfter = 0;   ///< seconds; 0: not said
    SourceMark mark;
    QByteArray stated;          ///< SHA-256 that the server states, 32 bytes; may be empty
    qint64 total = -1;          ///< bytes of the whole file; -1: not said
    std::optional<qint64> from; ///< where the body of a 206 begins
    bool isRedirect() const { return status >= 300 && status < 400 && !location.isEmpty(); }
    bool isBody() const { return status == 200 || status == 206; }
    bool mayPass() const { return status == 408 || status == 425 || status == 429 || status >= 500; }
};

/// From the headers alone.
HttpAnswer readAnswer(const QNetworkReply& reply);
/// What a status from 400 on means. Gated repositories say in words why: no account, no right, not asked,
/// waiting, refused; a 403 whose words are unknown is NoAccess.
Ending refusal(const HttpAnswer& answer, bool tokenSent);

} // namespace core
