// SPDX-License-Identifier: Apache-2.0
#include "core/media/image_loader.h"

#include "core/base/background.h"
#include "core/media/image_decoder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <deque>
#include <exception>
#include <functional>
#include <new>
#include <thread>
#include <utility>

namespace core {
namespace {

constexpr qint64 kMaxFileBytes = qint64(4) << 30;
constexpr qint64 kReadAtOnce = qint64(16) << 20;

tl::unexpected<Error> failed(ErrorCode code, const QString& path, const QString& what) {
    return fail(code, QFileInfo(path).fileName() + QLatin1Char(' ') + what);
}

/// At most `limit` bytes from the beginning. Never opens a pipe or a device, which could block for ever.
Result<QByteArray> readBytes(const QString& path, qint64 limit, const std::stop_token& stop = {}) {
    const QFileInfo info(path);
    if (!info.exists())
        return failed(ErrorCode::NotFound, path,
                      QStringLiteral("is not there any more: %1. Look for it under another name or folder.")
                          .arg(QDir::toNativeSeparators(path)));
    if (!info.isFile())
        return failed(ErrorCode::Unsupported, path, QStringLiteral("is not a file."));
    if (info.size() > kMaxFileBytes)
        return failed(ErrorCode::Unsupported, path,
                      QStringLiteral("is larger than 4 GB. Cut it into tiles."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(ErrorCode::Io, path, QStringLiteral("can't be opened: %1.").arg(file.errorString()));
    QByteArray bytes(std::min(limit, info.size()), Qt::Uninitialized);
    qint64 at = 0;
    for (qint64 count = 1; count > 0 && at < bytes.size() && !stop.stop_requested(); at += count)
        count = std::max<qint64>(0, file.read(bytes.data() + at, std::min(kReadAtOnce, bytes.size() - at)));
    bytes.truncate(at);
    if (file.error() != QFile::NoError)
        return failed(ErrorCode::Io, path, QStringLiteral("can't be read: %1.").arg(file.errorString()));
    return bytes;
}

/// Hashes beside the decoding, which takes as long for large files. Ends early with the object.
class Hashing {
public:
    explicit Hashing(const QByteArray& bytes) {
        const auto hash = [this, &bytes](const std::stop_token& stop) {
            QCryptographicHash sha(QCryptographicHash::Sha256);
            for (qint64 at = 0; at < bytes.size() && !stop.stop_requested(); at += kReadAtOnce)
                sha.addData(QByteArrayView(bytes).sliced(at, std::min(kReadAtOnce, bytes.size() - at)));
            m_hash = sha.result();
        };
        if (bytes.size() > kReadAtOnce)
            m_thread = std::jthread(hash);
        else
            hash({});
    }
    QByteArray result() {
        if (m_thread.joinable())
            m_thread.join();
        return m_hash;
    }

private:
    QByteArray m_hash;
    std::jthread m_thread; ///< last: joined before the hash goes
};

template <class T> Result<T> named(Result<T> result, const QString& path) {
    if (!result)
        return failed(result.error().code, path, QString::fromStdString(result.error().message));
    return result;
}

} // namespace

Result<LoadedImage> loadImageFile(const QString& path, const std::stop_token& stop) {
    ASSIGN_OR_RETURN(const QByteArray bytes, readBytes(path, kMaxFileBytes, stop));
    Hashing hashing(bytes);
    DecodeOptions options;
    options.stop = stop;
    ASSIGN_OR_RETURN(DecodedImage decoded, named(decodeImage(bytes, options), path));
    LoadedImage loaded;
    loaded.path = path;
    loaded.image = std::move(decoded.image);
    loaded.deep = decoded.deep;
    loaded.samples = std::move(decoded.samples);
    loaded.window = decoded.window;
    loaded.hash = hashing.result();
    return loaded;
}

Result<QSize> imageFileSize(const QString& path) {
    // Cameras put up to a few hundred kilobytes of metadata before the size; TIFF may put its directory last.
    constexpr qint64 kBeginning = 1 << 20;
    ASSIGN_OR_RETURN(const QByteArray beginning, readBytes(path, kBeginning));
    if (Result<QSize> size = imageSizeOf(beginning); size)
        return size;
    ASSIGN_OR_RETURN(const QByteArray bytes, readBytes(path, kMaxFileBytes));
    return named(imageSizeOf(bytes), path);
}

QStringList imageNameFilters() {
    QStringList filters;
    for (const QByteArray& format : imageFormats())
        filters << QStringLiteral("*.") + QString::fromLatin1(format);
    return filters;
}

struct ImageLoader::Impl {
    struct Wish {
        ImageId id;
        QString path;
        bool operator==(const Wish&) const = default;
    };

    Impl(ImageLoader& loader, Read reader) : owner(loader), read(std::move(reader)) {}
    ~Impl() { stopAll(); }

    /// What is decoded now ends soon; nobody waits for it any more.
    void stopAll() {
        loadStop.request_stop();
        prefetchStop.request_stop();
    }

    /// Reading that always has an answer, whatever a decoder throws.
    std::function<Result<LoadedImage>()> reading(const Wish& wish, std::stop_source& source) {
        source = std::stop_source();
        return [path = wish.path, read = read, stop = source.get_token()]() -> Result<LoadedImage> {
            try {
                return read(path, stop);
            } catch (const std::bad_alloc&) {
                return core::failed(ErrorCode::OutOfMemory, path,
                                    QStringLiteral("needs more memory than there is. Close other programs."));
            } catch (const std::exception& e) {
                return core::failed(
                    ErrorCode::Internal, path,
                    QStringLiteral("can't be read: %1.").arg(QString::fromLocal8Bit(e.what())));
            }
        };
    }

    void startLoad(const Wish& wish) {
        loads.run(reading(wish, loadStop),
                  [this, wish](Result<LoadedImage> result) { deliver(wish, std::move(result)); });
    }

    void startNextPrefetch() {
        if (isPrefetching || waiting.empty())
            return;
        running = waiting.front();
        waiting.pop_front();
        isPrefetching = true;
        isPromoted = false;
        prefetches.run(reading(running, prefetchStop),
                       [this](Result<LoadedImage> result) { prefetchEnded(std::move(result)); });
    }

    void prefetchEnded(Result<LoadedImage> result) {
        isPrefetching = false;
        if (isPromoted) {
            deliver(running, std::move(result));
        } else if (result) {
            result->id = running.id;
            emit owner.prefetched(*result);
        }
        startNextPrefetch();
    }

    void deliver(const Wish& wish, Result<LoadedImage> result) {
        if (!result) {
            emit owner.failed(wish.id, QString::fromStdString(result.error().message));
            return;
        }
        result->id = wish.id;
        emit owner.loaded(*result);
    }

    ImageLoader& owner;
    Read read;
    std::stop_source loadStop;
    std::stop_source prefetchStop;
    std::deque<Wish> waiting;
    Wish running;
    bool isPrefetching = false;
    bool isPromoted = false; ///< the running prefetch is what load() asked for last
    Background loads{2};     ///< two, so that a large file nobody wants any more holds up nothing
    Background prefetches;
};

ImageLoader::ImageLoader(QObject* parent, Read read)
    : QObject(parent), m_impl(std::make_unique<Impl>(*this, std::move(read))) {}

ImageLoader::~ImageLoader() = default;

void ImageLoader::load(ImageId id, const QString& path) {
    Impl& impl = *m_impl;
    impl.loads.cancel();
    impl.loadStop.request_stop();
    impl.waiting.clear();
    const bool isWanted = impl.isPrefetching && impl.running == Impl::Wish{id, path};
    impl.isPromoted = isWanted && !impl.prefetchStop.stop_requested();
    if (impl.isPromoted)
        return;
    impl.prefetchStop.request_stop();
    impl.startLoad({id, path});
}

void ImageLoader::prefetch(ImageId id, const QString& path) {
    m_impl->waiting.push_back({id, path});
    m_impl->startNextPrefetch();
}

} // namespace core
