// SPDX-License-Identifier: Apache-2.0
#include "core/formats/late_removal.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <stop_token>
#include <thread>

namespace core {
namespace {

namespace fs = std::filesystem;

void removeAll(const fs::path& path, const std::stop_token& quit) {
    std::error_code error;
    if (fs::is_directory(fs::symlink_status(path, error))) {
        for (fs::directory_iterator entry(path, error); !error && entry != fs::directory_iterator();
             entry.increment(error)) {
            if (quit.stop_requested())
                return;
            removeAll(entry->path(), quit);
        }
    }
    fs::remove(path, error);
}

class Remover {
public:
    void add(const fs::path& folder) {
        const std::lock_guard lock(m_mutex);
        m_folders.push_back(folder);
        m_changed.notify_all();
    }
    void wait() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_folders.empty(); });
    }

private:
    void run(const std::stop_token& quit) {
        std::unique_lock lock(m_mutex);
        while (m_changed.wait(lock, quit, [this] { return !m_folders.empty(); })) {
            const fs::path folder = m_folders.front();
            lock.unlock();
            removeAll(folder, quit);
            lock.lock();
            m_folders.pop_front(); // only now, for those who wait
            m_changed.notify_all();
            if (quit.stop_requested())
                return;
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<fs::path> m_folders;
    std::jthread m_thread{[this](const std::stop_token& quit) { run(quit); }}; ///< last: joined first
};

Remover& remover() {
    static Remover instance;
    return instance;
}

} // namespace

void removeLater(const QString& folder) {
    remover().add(fs::path(folder.toStdU16String()));
}

void finishRemovals() {
    remover().wait();
}

} // namespace core
