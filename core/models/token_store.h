// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace core {

/// Keeps access tokens by host. A token is never written to a file of ours, a log, an address or a command
/// line. Calls return at once; the answer comes on this thread.
class TokenStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Empty if there is none.
    using Answer = std::function<void(const QString& token)>;
    using Done = std::function<void(const Status& status)>;

    virtual void read(const QString& host, Answer answer) = 0;
    /// An error says in one sentence that the token is kept only until the program ends.
    virtual void write(const QString& host, const QString& token, Done done) = 0;
    virtual void remove(const QString& host, Done done) = 0;
};

/// What a person pasted, without the space around it; empty if it can be no token (such as one with a line
/// break in it).
QString asToken(const QString& pasted);

/// For this session only: for tests, and for tokens that are handed over by a pipe.
class SessionTokens : public TokenStore {
    Q_OBJECT
public:
    using TokenStore::TokenStore;
    void read(const QString& host, Answer answer) override;
    void write(const QString& host, const QString& token, Done done) override;
    void remove(const QString& host, Done done) override;

private:
    QHash<QString, QString> m_tokens;
};

/// The system's keychain (Secret Service, KWallet, Keychain, Credential Manager). Where there is none, tokens
/// stay in memory.
std::unique_ptr<TokenStore> makeKeychain();

} // namespace core
