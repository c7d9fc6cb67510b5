// SPDX-License-Identifier: Apache-2.0
#include "core/models/token_store.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace core {
namespace {

const auto kService = QStringLiteral("maskwright");
constexpr int kPatience = 60'000; // ms; a person may have to unlock the keychain

Status notKept(const QString& why) {
    return fail(ErrorCode::Io,
                QCoreApplication::translate(
                    "models", "The system's keychain can't be used (%1); the token is kept only until the "
                              "program ends.")
                    .arg(why));
}

class Keychain : public TokenStore {
public:
    void read(const QString& host, Answer answer) override {
        m_session.read(host, [this, host, answer](const QString& token) {
            if (!token.isEmpty()) {
                answer(token);
                return;
            }
            auto* job = new QKeychain::ReadPasswordJob(kService);
            run(job, host, [answer, job](bool done) {
                const bool found = done && job->error() == QKeychain::NoError;
                answer(found ? asToken(job->textData()) : QString());
            });
        });
    }

    void write(const QString& host, const QString& token, Done done) override {
        m_session.write(host, token, [this, host, token, done](const Status&) {
            auto* job = new QKeychain::WritePasswordJob(kService);
            job->setTextData(token);
            run(job, host, [done, job](bool ended) {
                const bool kept = ended && job->error() == QKeychain::NoError;
                done(kept ? Status()
                          : notKept(ended ? job->errorString() : TokenStore::tr("it does not answer")));
            });
        });
    }

    void remove(const QString& host, Done done) override {
        m_session.remove(host, [this, host, done](const Status&) {
            auto* job = new QKeychain::DeletePasswordJob(kService);
            run(job, host, [done, job](bool ended) {
                const bool gone =
                    ended && (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound);
                done(gone ? Status()
                          : notKept(ended ? job->errorString() : TokenStore::tr("it does not answer")));
            });
        });
    }

private:
    /// Calls `then` once: with true when the job has ended, with false when it takes too long.
    void run(QKeychain::Job* job, const QString& host, const std::function<void(bool)>& then) {
        job->setParent(this);
        job->setAutoDelete(false);
        job->setInsecureFallback(false);
        job->setKey(host);
        auto* patience = new QTimer(job);
        patience->setSingleShot(true);
        const auto answer = [job, patience, then](bool ended) {
            patience->stop();
            QObject::disconnect(job, &QKeychain::Job::finished, nullptr, nullptr);
            then(ended);
            job->deleteLater();
        };
        connect(job, &QKeychain::Job::finished, this, [answer] { answer(true); });
        connect(patience, &QTimer::timeout, this, [answer] { answer(false); });
        patience->start(kPatience);
        job->start();
    }

    SessionTokens m_session;
};

} // namespace

QString asToken(const QString& pasted) {
    const QString token = pasted.trimmed();
    const bool isPlain = std::all_of(token.begin(), token.end(),
                                     [](QChar c) { return c.unicode() > 32 && c.unicode() < 127; });
    return isPlain ? token : QString();
}

void SessionTokens::read(const QString& host, Answer answer) {
    answer(m_tokens.value(host));
}

void SessionTokens::write(const QString& host, const QString& token, Done done) {
    m_tokens.insert(host, token);
    done({});
}

void SessionTokens::remove(const QString& host, Done done) {
    m_tokens.remove(host);
    done({});
}

std::unique_ptr<TokenStore> makeKeychain() {
    return std::make_unique<Keychain>();
}

} // namespace core
