// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QUrl>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

class QTcpSocket;

namespace test {

struct HttpRequest {
    QByteArray path;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    int number = 0;                       ///< of all requests to this server, from 0
    qint64 from() const;                  ///< where its Range begins; 0 if it has none
};

struct HttpReply {
    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    qint64 cutAfter = -1; ///< body bytes until the connection is dropped; -1: all
    bool stalls = false;  ///< at cutAfter: says nothing more instead of dropping
};

/// A real HTTP server on this machine, on a thread of its own, that misbehaves as it is told. One connection
/// at a time.
class BadServer {
public:
    using Handler = std::function<HttpReply(const HttpRequest&)>; ///< called on the server's thread
    explicit BadServer(Handler handler);
    ~BadServer();
    BadServer(const BadServer&) = delete;
    BadServer& operator=(const BadServer&) = delete;

    QUrl url(const QByteArray& path) const;
    QList<HttpRequest> requests() const;
    int count() const { return int(requests().size()); }

private:
    void serve();
    void talk(QTcpSocket& socket);
    void send(QTcpSocket& socket, const HttpReply& reply);

    Handler m_handler;
    mutable std::mutex m_mutex;
    QList<HttpRequest> m_requests;
    std::atomic<int> m_port{0};
    std::atomic<bool> m_quit{false};
    std::thread m_thread;
};

/// An honest answer to a request for `content`: with ETag, and 206 where a Range is asked for.
HttpReply fileReply(const HttpRequest& request, const QByteArray& content);
HttpReply statusReply(int status, const QByteArray& message = {});
/// Bytes that are the same in each run and never repeat.
QByteArray noise(qsizetype size, int seed = 1);
QByteArray sha256(const QByteArray& bytes);

} // namespace test
