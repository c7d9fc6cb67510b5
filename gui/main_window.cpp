// SPDX-License-Identifier: Apache-2.0
#include "gui/main_window.h"
