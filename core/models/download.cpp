// SPDX-License-Identifier: Apache-2.0
#include "core/models/download.h"

#include <QCoreApplication>
#include <QNetworkProxy>
#include <QNetworkReply>

#include <algorithm>

namespace core {
namespace {

constexpr qint64 kBuffer = 4 << 20; // bounds memory where the disk is slower than the network
constexpr qint64 kChunk = 256 << 10;
constexpr int kMaxHops = 8;
constexpr int kMaxBadParts = 3;
constexpr int kReportEvery = 100; // ms

/// The system's proxies, but none for this machine itself.
class SystemProxies : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override {
        if (isLoopback(query.url())) {
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        }
        return systemProxyForQuery(query);
    }
};

bool isSecure(const QUrl& url) {
    return url.scheme() == QLatin1String("https");
}

int portOf(const QUrl& url) {
    return url.port(isSecure(url) ? 443 : 80);
}

} // namespace

bool TokenGrant::isFor(const QUrl& url) const {
    return !token.isEmpty() && url.scheme() == origin.scheme() && url.host() == origin.host() &&
           portOf(url) == portOf(origin) && (isSecure(url) || isLoopback(url));
}

Download::Download(Order order, std::stop_token stop, QObject* parent)
    : QObject(parent), m_order(std::move(order)), m_stop(std::move(stop)),
      m_part(m_order.file, m_order.folder), m_network(this) {
    m_network.setProxyFactory(new SystemProxies);
    m_stall.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_stall, &QTimer::timeout, this, [this] {
        const QString words = tr("nothing came for %1 s").arg(m_stall.interval() / 1000);
        m_fault = {m_received ? Problem::BrokenOff : Problem::Offline, words};
        m_reply->abort();
    });
    connect(&m_pause, &QTimer::timeout, this, &Download::tryAddress);
    m_tick.setInterval(kReportEvery);
    connect(&m_tick, &QTimer::timeout, this, [this] { report(Phase::Loading); });
}

void Download::start() {
    m_clock.start();
    const Ending opened = m_part.open(m_stop, [this](qint64, qint64) { report(Phase::Checking); });
    if (!opened.isDone()) {
        end(opened);
        return;
    }
    m_reported = m_part.size();
    if (m_order.file.size > 0 && m_part.size() == m_order.file.size) {
        complete();
        return;
    }
    if (m_order.file.addresses.isEmpty()) {
        end({Problem::NoAddress, {}});
        return;
    }
    tryAddress();
}

void Download::stop() {
    end({Problem::Stopped, {}});
}

void Download::tryAddress() {
    m_hops = 0;
    m_stated.clear();
    ask(m_order.file.addresses[m_address]);
}

void Download::ask(const QUrl& url) {
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("maskwright"));
    request.setRawHeader("Accept-Encoding", "identity"); // ranges count bytes of the file itself
    if (canContinue()) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_part.size()) + '-');
        const SourceMark& mark = m_part.mark();
        // With a checksum any source will do; without one only the very same file may go on.
        if (!m_order.file.isPinned()) {
            request.setRawHeader("If-Range", mark.etag.isEmpty() ? mark.modified : mark.etag);
        }
    }
    m_tokenSent = m_order.grant.isFor(url);
    if (m_tokenSent) {
        request.setRawHeader("Authorization", "Bearer " + m_order.grant.token);
    }
    m_accepted = false;
    m_asked = true;
    m_fault = {};
    report(Phase::Asking);
    m_reply = m_network.get(request);
    m_reply->setReadBufferSize(kBuffer);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Download::readHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Download::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &Download::onFinished);
    m_stall.start(m_order.patience.answer);
}

void Download::readHeaders() {
    const HttpAnswer answer = readAnswer(*m_reply);
    if (!answer.stated.isEmpty()) {
        m_stated = answer.stated; // the store says it on the way to where the bytes are
    }
    if (!answer.isBody() || m_accepted) {
        return;
    }
    m_fault = acceptBody(answer);
    m_accepted = m_fault.isDone();
    if (m_accepted) {
        m_tick.start();
    } else {
        m_reply->abort();
    }
}

Ending Download::acceptBody(const HttpAnswer& answer) {
    const ModelFile& file = m_order.file;
    if (file.size > 0 && answer.total >= 0 && answer.total != file.size) {
        return {Problem::OtherFile, tr("%1 bytes instead of %2").arg(answer.total).arg(file.size)};
    }
    const bool sameFile = file.isPinned() || (!answer.mark.isEmpty() && answer.mark == m_part.mark());
    if (m_part.size() > 0 && !sameFile) {
        Ending restarted = m_part.restart();
        if (!restarted.isDone()) {
            return restarted;
        }
    }
    const qint64 from = answer.status == 206 ? answer.from.value_or(-1) : 0;
    if (from < 0 || from > m_part.size()) {
        // The rest of a file whose beginning is not here: ask again for the whole.
        const Ending restarted = m_part.restart();
        const QString words = tr("the server sent another piece than the one asked for");
        return restarted.isDone() ? Ending{Problem::BrokenOff, words} : restarted;
    }
    m_skip = m_part.size() - from;
    m_rangesIgnored = m_rangesIgnored || (answer.status == 200 && m_skip > 0);
    m_total = std::max<qint64>(answer.total, 0);
    if (m_total > 0) {
        Ending space = checkSpace(m_order.folder, m_total - m_part.size());
        if (!space.isDone()) {
            return space;
        }
    }
    return m_part.setMark(answer.mark);
}

void Download::readBody() {
    m_stall.start(m_order.patience.stall);
    while (m_accepted && m_fault.isDone() && m_reply->bytesAvailable() > 0) {
        QByteArray bytes = m_reply->read(kChunk);
        const qint64 skipped = std::min<qint64>(m_skip, bytes.size());
        m_skip -= skipped;
        bytes.remove(0, skipped);
        if (bytes.isEmpty()) {
            continue;
        }
        m_fault = m_part.append(bytes);
        if (!m_fault.isDone()) {
            m_reply->abort();
            return;
        }
        m_received = true;
        m_failures = 0;
        report(Phase::Loading);
    }
}

void Download::onFinished() {
    if (m_over || m_reply == nullptr) {
        return;
    }
    QNetworkReply* reply = m_reply;
    reply->deleteLater();
    m_tick.stop();
    if (m_fault.isDone()) {
        readBody(); // what came together with the end
    }
    m_stall.stop();
    m_reply = nullptr;
    HttpAnswer answer = readAnswer(*reply);
    if (!m_fault.isDone()) {
        onFault();
    } else if (answer.isRedirect()) {
        followRedirect(answer);
    } else if (m_accepted) {
        onBodyEnd(reply->error() == QNetworkReply::NoError);
    } else if (answer.status == 416 && m_part.size() > 0 && answer.total == m_part.size()) {
        complete(); // all of it was here already
    } else if (answer.status == 416 && m_part.size() > 0) {
        // What is here is no beginning of that file.
        const Ending restarted = m_part.restart();
        restarted.isDone() ? retry({Problem::ServerFailed, tr("it can't continue")}) : end(restarted);
    } else if (answer.status >= 400) {
        answer.message = answer.message.isEmpty() ? reply->read(4096) : answer.message;
        const Ending ending = refusal(answer, m_tokenSent);
        answer.mayPass() ? retry(ending, answer.retryAfter) : leaveAddress(ending);
    } else {
        onNoAnswer(*reply);
    }
}

void Download::onNoAnswer(const QNetworkReply& reply) {
    const QString words = reply.errorString();
    if (reply.error() == QNetworkReply::SslHandshakeFailedError) {
        leaveAddress({Problem::Insecure, words});
    } else {
        retry({m_received ? Problem::BrokenOff : Problem::Offline, words});
    }
}

void Download::followRedirect(const HttpAnswer& answer) {
    const QUrl& to = answer.location;
    const bool secure = isSecure(to) || isLoopback(to) ||
                        (m_order.file.isPinned() && !isSecure(m_order.file.addresses[m_address]));
    if (++m_hops > kMaxHops || !to.isValid()) {
        leaveAddress({Problem::ServerFailed, tr("it sends from one address to the next without end")});
    } else if (!secure) {
        leaveAddress({Problem::Insecure, tr("it leads to an unprotected address")});
    } else {
        ask(to);
    }
}

void Download::onBodyEnd(bool whole) {
    const qint64 expected = total();
    if (whole && (expected == 0 || m_part.size() == expected) && m_skip == 0) {
        complete();
    } else {
        retry({Problem::BrokenOff,
               tr("%1 of %2 bytes came").arg(m_part.size()).arg(std::max(expected, m_part.size()))});
    }
}

void Download::onFault() {
    const bool isCut = m_fault.problem == Problem::BrokenOff || m_fault.problem == Problem::Offline;
    // Of a file with a bad part only that part is fetched again.
    if (isCut || (m_fault.problem == Problem::HashDiffers && ++m_badParts <= kMaxBadParts)) {
        retry(m_fault);
    } else if (m_fault.problem == Problem::OtherFile || m_fault.problem == Problem::HashDiffers) {
        leaveAddress(m_fault);
    } else {
        end(m_fault);
    }
}

void Download::retry(const Ending& ending, int atLeastSeconds) {
    const Patience& patience = m_order.patience;
    const int tries = m_received ? patience.tries : patience.triesAtFirst;
    if (++m_failures >= tries) {
        leaveAddress(ending);
        return;
    }
    const int doubled = patience.firstPause << std::min(m_failures - 1, 16);
    const int pause = std::max(std::min(doubled, patience.longestPause), atLeastSeconds * 1000);
    report(Phase::Waiting, (pause + 999) / 1000);
    m_pause.start(pause);
}

void Download::leaveAddress(const Ending& ending) {
    // The first address says most, unless it only says that it has moved.
    if (m_outcome.isDone() || m_outcome.problem == Problem::Moved) {
        m_outcome = ending;
    }
    m_failures = 0;
    if (++m_address < m_order.file.addresses.size()) {
        tryAddress();
    } else {
        end(m_outcome);
    }
}

void Download::complete() {
    report(Phase::Checking);
    const Ending finished = m_part.finish(m_stated);
    if (finished.problem != Problem::HashDiffers) {
        end(finished);
        return;
    }
    const Ending restarted = m_part.restart();
    if (!restarted.isDone()) {
        end(restarted);
    } else if (m_asked || m_order.file.addresses.isEmpty()) {
        leaveAddress(finished);
    } else {
        tryAddress(); // what an earlier run has left is bad; no address is used up yet
    }
}

void Download::end(const Ending& ending) {
    if (m_over) {
        return;
    }
    m_over = true;
    m_tick.stop();
    m_stall.stop();
    m_pause.stop();
    if (m_reply != nullptr) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
    emit ended(ending);
}

bool Download::canContinue() const {
    return m_part.size() > 0 && (m_order.file.isPinned() || !m_part.mark().isEmpty());
}

qint64 Download::total() const {
    return m_order.file.size > 0 ? m_order.file.size : m_total;
}

void Download::report(Phase phase, int waitSeconds) {
    const qint64 elapsed = m_clock.elapsed();
    if (phase == Phase::Loading && elapsed < kReportEvery && m_part.size() != total()) {
        return;
    }
    if (elapsed >= kReportEvery) {
        const double now = double(m_part.size() - m_reported) * 1000 / double(elapsed);
        m_speed = phase != Phase::Loading ? 0 : m_speed > 0 ? 0.9 * m_speed + 0.1 * now : now;
        m_reported = m_part.size();
        m_clock.restart();
    } else if (phase == Phase::Checking && m_part.size() > 0) {
        return;
    }
    InstallProgress progress;
    progress.phase = phase;
    progress.file = m_order.file.name;
    progress.done = m_part.size();
    progress.total = std::max(total(), m_order.file.expected());
    progress.bytesPerSecond = std::max(m_speed, 0.0);
    progress.waitSeconds = waitSeconds;
    progress.partsVerified = m_part.partsVerified();
    progress.rangesIgnored = m_rangesIgnored;
    emit progressed(progress);
}

} // namespace core
