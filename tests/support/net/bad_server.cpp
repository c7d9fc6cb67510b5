// SPDX-License-Identifier: Apache-2.0
#include "tests/support/net/bad_server.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <chrono>

namespace test {

qint64 HttpRequest::from() const {
    const QByteArray range = headers.value("range");
    return range.startsWith("bytes=") ? range.mid(6, range.indexOf('-') - 6).toLongLong() : 0;
}

BadServer::BadServer(Handler handler) : m_handler(std::move(handler)), m_thread([this] { serve(); }) {
    while (m_port == 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

BadServer::~BadServer() {
    m_quit = true;
    m_thread.join();
}

QUrl BadServer::url(const QByteArray& path) const {
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(int(m_port)) + QString::fromLatin1(path));
}

QList<HttpRequest> BadServer::requests() const {
    const std::scoped_lock lock(m_mutex);
    return m_requests;
}

void BadServer::serve() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    m_port = server.serverPort();
    while (!m_quit) {
        if (server.waitForNewConnection(20)) {
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            talk(*socket);
        }
    }
}

void BadServer::talk(QTcpSocket& socket) {
    QByteArray head;
    while (!head.contains("\r\n\r\n") && socket.waitForReadyRead(1000)) {
        head += socket.readAll();
    }
    const QList<QByteArray> lines = head.split('\n');
    HttpRequest request;
    request.path = lines.first().split(' ').value(1);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            request.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
        }
    }
    {
        const std::scoped_lock lock(m_mutex);
        request.number = int(m_requests.size());
        m_requests.append(request);
    }
    send(socket, m_handler(request));
}

void BadServer::send(QTcpSocket& socket, const HttpReply& reply) {
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Whatever\r\nConnection: close\r\n";
    bool hasLength = false;
    for (const auto& [name, value] : reply.headers) {
        head += name + ": " + value + "\r\n";
        hasLength = hasLength || name == "Content-Length";
    }
    if (!hasLength) {
        head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    }
    const qint64 size = reply.cutAfter < 0 ? reply.body.size() : reply.cutAfter;
    socket.write(head + "\r\n" + reply.body.left(size));
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(1000)) {
    }
    while (reply.stalls && !m_quit && socket.state() == QAbstractSocket::ConnectedState) {
        socket.waitForReadyRead(20);
    }
    socket.disconnectFromHost();
    if (socket.state() != QAbstractSocket::UnconnectedState) {
        socket.waitForDisconnected(200);
    }
}

HttpReply fileReply(const HttpRequest& request, const QByteArray& content) {
    const QByteArray etag = '"' + sha256(content).toHex().left(16) + '"';
    HttpReply reply{200, {{"ETag", etag}}, content};
    const qint64 from = request.from();
    const QByteArray condition = request.headers.value("if-range");
    if (!request.headers.contains("range") || (!condition.isEmpty() && condition != etag)) {
        return reply;
    }
    const QByteArray size = QByteArray::number(content.size());
    if (from >= content.size()) {
        return {416, {{"Content-Range", "bytes */" + size}}, {}};
    }
    reply.status = 206;
    reply.body = content.mid(from);
    reply.headers.append({"Content-Range", "bytes " + QByteArray::number(from) + '-' +
                                               QByteArray::number(content.size() - 1) + '/' + size});
    return reply;
}

HttpReply statusReply(int status, const QByteArray& message) {
    HttpReply reply{status, {}, "<html>words for people</html>"};
    if (!message.isEmpty()) {
        reply.headers = {{"X-Error-Code", "GatedRepo"}, {"X-Error-Message", message}};
    }
    return reply;
}

QByteArray noise(qsizetype size, int seed) {
    QRandomGenerator random{quint32(seed)};
    QByteArray bytes(size, Qt::Uninitialized);
    std::generate(bytes.begin(), bytes.end(), [&random] { return char(random.generate()); });
    return bytes;
}

QByteArray sha256(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace test
