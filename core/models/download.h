// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/models/http_answer.h"
#include "core/models/part_file.h"
#include "core/models/problem.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <stop_token>

namespace core {

/// A token and whom it may be shown: the scheme, host and port of `origin` and nobody else.
struct TokenGrant {
    QUrl origin;
    QByteArray token; ///< empty: none
    bool isFor(const QUrl& url) const;
};

/// How long to wait for a server, in milliseconds, and how often.
struct Patience {
    int answer = 15'000;  ///< until an answer begins
    int stall = 30'000;   ///< without a byte once it has
    int firstPause = 500; ///< before the next try; doubles each time
    int longestPause = 30'000;
    int tries = 6;        ///< in a row without a new byte, before giving up
    int triesAtFirst = 3; ///< the same while no address has given a byte
};

enum class Phase { Checking, Asking, Loading, Waiting, Importing };

struct InstallProgress {
    Phase phase = Phase::Asking;
    QString file;
    qint64 done = 0;
    qint64 total = 0;          ///< 0: not known
    double bytesPerSecond = 0; ///< smoothed; 0 while it is not known
    int waitSeconds = 0;       ///< Waiting: until the next try
    int partsVerified = 0;
    bool rangesIgnored = false; ///< this server sends the beginning again
};

/// One file over HTTP: resumes, retries with back-off, tries every address, verifies. It hashes and writes on
/// its own thread, so that must not be the UI's.
class Download : public QObject {
    Q_OBJECT
public:
    struct Order {
        ModelFile file;
        QString folder;
        TokenGrant grant;
        Patience patience;
    };
    Download(Order order, std::stop_token stop, QObject* parent = nullptr);

    void start();
    /// Ends with Stopped; what is here stays. The stop token ends the hashing, this the waiting.
    void stop();
    const PartFile& part() const { return m_part; }

signals:
    void progressed(const core::InstallProgress& progress);
    void ended(const core::Ending& ending);

private:
    void tryAddress();
    void ask(const QUrl& url);
    void readHeaders();
    Ending acceptBody(const HttpAnswer& answer);
    void readBody();
    void onFinished();
    void onNoAnswer(const QNetworkReply& reply);
    void followRedirect(const HttpAnswer& answer);
    void onBodyEnd(bool whole);
    void retry(const Ending& ending, int atLeastSeconds = 0);
    void leaveAddress(const Ending& ending);
    void onFault();
    void complete();
    void end(const Ending& ending);
    void report(Phase phase, int waitSeconds = 0);
    qint64 total() const;
    bool canContinue() const; ///< only what is surely of the same file may be added to what is here

    Order m_order;
    std::stop_token m_stop;
    PartFile m_part;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
    QTimer m_stall;
    QTimer m_pause;
    QTimer m_tick; ///< while a body comes: says how far it is, also when nothing comes any more
    QElapsedTimer m_clock;
    Ending m_fault;   ///< why the running reply was given up
    Ending m_outcome; ///< of the addresses so far
    QByteArray m_stated;
    qsizetype m_address = 0;
    int m_hops = 0;
    int m_failures = 0; ///< in a row, without a new byte
    int m_badParts = 0;
    qint64 m_skip = 0;  ///< bytes of the body that are here already
    qint64 m_total = 0; ///< as the server says
    qint64 m_reported = 0;
    double m_speed = 0;
    bool m_tokenSent = false;
    bool m_accepted = false; ///< the reply's body is the file
    bool m_asked = false;    ///< somebody, in this run
    bool m_received = false; ///< at least one new byte in this run
    bool m_rangesIgnored = false;
    bool m_over = false;
};

} // namespace core
