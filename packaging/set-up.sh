# Makes the program's own environment; ./run and ./check read this file, bash only.
#
# The stamp of a finished set-up is a copy of the lock it was made from, written last:
# while it equals the lock there is nothing to do, and whatever was interrupted has none.
# Everything said here goes to standard error, for standard output belongs to the program.

venv=$here/.venv
python=$venv/bin/python

# library that must be there, Debian package that brings it
offscreen_libraries=(
  libGL.so.1 libgl1
  libEGL.so.1 libegl1
  libglib-2.0.so.0 libglib2.0-0
  libfontconfig.so.1 libfontconfig1
  libdbus-1.so.3 libdbus-1-3
  libxkbcommon.so.0 libxkbcommon0
)
x11_libraries=(
  libxcb-cursor.so.0 libxcb-cursor0
  libxcb-icccm.so.4 libxcb-icccm4
  libxcb-keysyms.so.1 libxcb-keysyms1
  libxkbcommon-x11.so.0 libxkbcommon-x11-0
  libxcb-shape.so.0 libxcb-shape0
)
wayland_libraries=(
  libwayland-cursor.so.0 libwayland-cursor0
  libwayland-egl.so.1 libwayland-egl1
)

say() { # say CHINESE ENGLISH
  printf '%s\n%s\n' "$1" "$2" >&2
}

choose_libraries() { # what a window needs here
  qt_libraries=("${offscreen_libraries[@]}")
  [[ -z ${DISPLAY:-} ]] || qt_libraries+=("${x11_libraries[@]}")
  [[ -z ${WAYLAND_DISPLAY:-} ]] || qt_libraries+=("${wayland_libraries[@]}")
}

has_display() {
  [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} || $OSTYPE == darwin* ]] && return 0
  case ${QT_QPA_PLATFORM:-offscreen} in
    offscreen* | minimal*) return 1 ;;
    *) return 0 ;; # vnc, linuxfb and the like bring their own screen
  esac
}

is_root() {
  [[ $(id -u) == 0 ]]
}

# --- Python ------------------------------------------------------------------

find_python() {
  local name
  for name in python3 python3.13 python3.12 python3.11 python3.14; do
    if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' \
      2>/dev/null; then
      system_python=$name
      return
    fi
  done
  say "本程序需要 Python 3.11 至 3.14，请先安装。" \
    "This program needs Python 3.11 to 3.14. Please install it first."
  exit 1
}

missing_python_parts() {
  "$system_python" -c 'import ensurepip, venv' 2>/dev/null && return
  case $system_python in
    python3) echo python3-venv ;;
    *) echo "$system_python-venv" ;;
  esac
}

# --- System packages ---------------------------------------------------------

missing_libraries() { # missing_libraries LIBRARY PACKAGE...
  local known
  # A missing xcb library makes Qt abort without a word, so it is looked for beforehand.
  known=$( (/sbin/ldconfig -p || ldconfig -p) 2>/dev/null) || return 0
  while (($#)); do
    [[ $known == *$'\t'"$1 ("* ]] || package_name "$2"
    shift 2
  done
}

package_name() {
  # Debian 13 and Ubuntu 24.04 renamed it when they moved to 64-bit time.
  if [[ $1 == libglib2.0-0 ]] && apt-cache show libglib2.0-0t64 >/dev/null 2>&1; then
    echo libglib2.0-0t64
  else
    echo "$1"
  fi
}

install_or_tell() { # install_or_tell PACKAGE...
  (($#)) || return 0
  if is_root && command -v apt-get >/dev/null; then
    say "正在安装系统软件包：$*" "Installing system packages: $*"
    export DEBIAN_FRONTEND=noninteractive
    # What a killed set-up left half done is finished; one still at work is waited for.
    if dpkg --configure -a >/dev/null && apt-get update -qq >&2 &&
      apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" >/dev/null; then
      return 0
    fi
    say "系统软件包没有装上。请检查网络，然后再运行一次。" \
      "The system packages could not be installed. Check the network, then run this again."
  else
    say "缺少系统软件包。请输入下面这一行命令，然后再运行一次：" \
      "System packages are missing. Type this one line, then run this again:"
    printf '\n    sudo apt-get install -y %s\n\n' "$*" >&2
  fi
  exit 1
}

require_libraries() { # require_libraries LIBRARY PACKAGE...
  local missing
  mapfile -t missing < <(missing_libraries "$@")
  install_or_tell "${missing[@]}"
}

# --- The environment ---------------------------------------------------------

is_ready() { # is_ready LOCK
  # A newer Python after a system upgrade no longer finds what the old one installed.
  [[ -x $python && -d $venv/lib/${venv_python:-none}/site-packages ]] &&
    cmp -s "$here/requirements/$1" "$venv/$1"
}

know_venv_python() {
  venv_python=
  if [[ -e $python ]]; then
    venv_python=$(readlink -f "$python")
    venv_python=${venv_python##*/}
  fi
}

set_up() { # set_up LOCK
  local lock
  know_venv_python
  if ! is_ready "$1"; then
    exec 9<"$here" # two first starts at once: the second waits and finds it done
    flock 9
    know_venv_python
    is_ready "$1" || make_environment "$1"
    exec 9<&-
  fi
  compile_words
}

make_environment() { # make_environment LOCK
  local wanted
  find_python
  mapfile -t wanted < <(missing_python_parts)
  if is_root; then
    mapfile -t -O "${#wanted[@]}" wanted < <(missing_libraries \
      "${offscreen_libraries[@]}" "${x11_libraries[@]}" "${wayland_libraries[@]}")
  elif ((${#wanted[@]})) && [[ -n ${needs_qt:-} ]]; then
    mapfile -t -O "${#wanted[@]}" wanted < <(missing_libraries "${qt_libraries[@]}")
  fi
  install_or_tell "${wanted[@]}"
  say "第一次启动：正在准备运行环境，需要几分钟……" \
    "First start: preparing the environment, this takes a few minutes ..."
  if [[ ! -x $python || -z $venv_python ]] || ! has_stamp; then
    "$system_python" -m venv --clear "$venv" >&2 || failed
  fi
  rm -f "$venv/run.lock" "$venv/check.lock"
  "$python" -m pip install --quiet --disable-pip-version-check --no-input \
    --require-hashes --only-binary=:all: -r "$here/requirements/$1" >&2 || failed
  # The lock of ./check holds all of the lock of ./run.
  cp "$here/requirements/run.lock" "$venv/run.lock"
  [[ $1 == run.lock ]] || cp "$here/requirements/$1" "$venv/$1"
}

has_stamp() {
  [[ -f $venv/run.lock && -d $venv/lib/$venv_python/site-packages/pip ]]
}

failed() {
  say "运行环境没有准备好（见上面的原因）。请检查网络和磁盘空间，然后再运行一次。" \
    "The environment is not ready (see the reason above). Check network and disk, then run this again."
  exit 1
}

compile_words() {
  local words=$here/resources/translations/zh_CN/LC_MESSAGES/mediator_desk
  if [[ $words.po -nt $words.mo ]]; then
    "$python" "$here/packaging/words.py" compile >&2
  fi
}
