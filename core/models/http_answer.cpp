// SPDX-License-Identifier: Apache-2.0
#include "core/models/http_answer.h"

#include <QNetworkReply>
#include <QRegularExpression>

#include <algorithm>

namespace core {
namespace {

constexpr qsizetype kMaxWords = 300;

/// "bytes 100-199/200": 100 and 200; either may be '*'.
void readRange(const QByteArray& header, HttpAnswer& answer) {
    static const QRegularExpression pattern(
        QStringLiteral(R"(^bytes (?:(\d{1,18})-\d{1,18}|\*)/(\d{1,18}|\*)$)"));
    const auto match = pattern.match(QString::fromLatin1(header.trimmed()));
    answer.total = -1;
    if (match.hasMatch()) {
        if (match.hasCaptured(1)) {
            answer.from = match.captured(1).toLongLong();
        }
        answer.total = match.captured(2) == QLatin1String("*") ? -1 : match.captured(2).toLongLong();
    }
}

QByteArray unquoted(QByteArray tag) {
    return tag.replace('"', "").trimmed();
}

/// The server's words, made fit for one line: no control characters, no more than a sentence or two.
QString words(const HttpAnswer& answer) {
    const QString message = QString::fromUtf8(answer.message).simplified().left(kMaxWords);
    const QString status = QStringLiteral("HTTP %1").arg(answer.status);
    return message.isEmpty() ? status : status + QStringLiteral(": ") + message;
}

Problem forbidden(const HttpAnswer& answer) {
    const QByteArray said = answer.message.toLower();
    if (said.contains("token settings") || said.contains("fine-grained")) {
        return Problem::TokenWithoutRights;
    }
    if (said.contains("awaiting a review") || said.contains("pending")) {
        return Problem::RequestPending;
    }
    if (said.contains("rejected") || said.contains("refused")) {
        return Problem::RequestRefused;
    }
    if (said.contains("not in the authorized list") || said.contains("ask for access") ||
        said.contains("submit a new request")) {
        return Problem::RequestNotSent;
    }
    return Problem::NoAccess;
}

} // namespace

HttpAnswer readAnswer(const QNetworkReply& reply) {
    HttpAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.errorCode = reply.rawHeader("X-Error-Code");
    answer.message = reply.rawHeader("X-Error-Message");
    if (reply.hasRawHeader("Location")) {
        answer.location = reply.url().resolved(QUrl::fromEncoded(reply.rawHeader("Location")));
    }
    answer.retryAfter = std::clamp(reply.rawHeader("Retry-After").toInt(), 0, 300);
    const QByteArray etag = reply.rawHeader("ETag");
    answer.mark = {etag.startsWith("W/") ? QByteArray() : etag, reply.rawHeader("Last-Modified")};
    // Large-file stores state the file's SHA-256 this way.
    const QByteArray linked = unquoted(reply.rawHeader("X-Linked-Etag"));
    if (linked.size() == 64 && QByteArray::fromHex(linked).toHex() == linked.toLower()) {
        answer.stated = QByteArray::fromHex(linked);
    }
    bool isNumber = false;
    const qint64 length = reply.rawHeader("Content-Length").toLongLong(&isNumber);
    answer.total = isNumber && length >= 0 ? length : -1;
    if (answer.status == 206 || answer.status == 416) {
        readRange(reply.rawHeader("Content-Range"), answer);
    }
    return answer;
}

Ending refusal(const HttpAnswer& answer, bool tokenSent) {
    switch (answer.status) {
    case 401:
        return {tokenSent ? Problem::TokenInvalid : Problem::NoToken, words(answer)};
    case 403: {
        const Problem problem = forbidden(answer);
        return {!tokenSent && problem == Problem::NoAccess ? Problem::NoToken : problem, words(answer)};
    }
    case 404:
    case 410:
        return {Problem::Moved, words(answer)};
    default:
        return {Problem::ServerFailed, words(answer)};
    }
}

} // namespace core
