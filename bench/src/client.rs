//! A small HTTP/1.1 client on one connection that stays open: no pool, no redirects, no retries, so
//! that what is measured or acknowledged is what one request was answered.

use std::net::SocketAddr;

use anyhow::{Context, Result, bail};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// An open connection.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer, without its body.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// How many bytes the body had.
    pub length: usize,
}

impl Connection {
    /// Connects.
    ///
    /// # Errors
    /// When nobody listens.
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    /// Sends a request and reads its answer to the end.
    ///
    /// # Errors
    /// When the connection ends first.
    pub async fn send(&mut self, request: &[u8]) -> Result<Answer> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let head = self.head().await?;
        let text = std::str::from_utf8(&self.buffer[..head])?;
        let status = text.get(9..12).and_then(|digits| digits.parse().ok()).context("no status line")?;
        let length = length(text)?;
        while self.buffer.len() < head + length {
            self.more().await?;
        }
        Ok(Answer { status, length })
    }

    /// Sends a request whose answer has no end, and reads as far as the end of its head.
    ///
    /// # Errors
    /// When the connection ends first or the answer is no 200.
    pub async fn follow(mut self, request: &[u8]) -> Result<Stream> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let head = self.head().await?;
        if !self.buffer.starts_with(b"HTTP/1.1 200") {
            bail!("the stream was refused: {}", String::from_utf8_lossy(&self.buffer[..head.min(60)]));
        }
        self.buffer.drain(..head);
        Ok(Stream(self))
    }

    /// Reads until the head is there; where it ends.
    async fn head(&mut self) -> Result<usize> {
        loop {
            if let Some(at) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                return Ok(at + 4);
            }
            self.more().await?;
        }
    }

    async fn more(&mut self) -> Result<()> {
        if self.stream.read_buf(&mut self.buffer).await? == 0 {
            bail!("the connection was closed");
        }
        Ok(())
    }
}

fn length(head: &str) -> Result<usize> {
    let header = head.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then_some(value)
    });
    header.context("an answer without a length")?.trim().parse().context("the length is no number")
}

/// A stream of server-sent events.
#[derive(Debug)]
pub struct Stream(Connection);

impl Stream {
    /// Waits for an event.
    ///
    /// # Errors
    /// When the stream ends.
    pub async fn event(&mut self) -> Result<String> {
        loop {
            let Connection { buffer, .. } = &mut self.0;
            // Each event is one line of data; the rest of the bytes frames them.
            if let Some(begin) = find(buffer, b"data:")
                && let Some(end) = find(&buffer[begin..], b"\n\n")
            {
                let event = String::from_utf8_lossy(&buffer[begin + 5..begin + end]).trim().to_owned();
                buffer.drain(..begin + end + 2);
                return Ok(event);
            }
            self.0.more().await?;
        }
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// A request for a page.
#[must_use]
pub fn get(address: SocketAddr, path: &str, cookie: &str) -> Vec<u8> {
    format!(
        "GET {path} HTTP/1.1\r\nhost: {address}\r\naccept: text/html\r\naccept-language: fr\r\ncookie: {cookie}\r\n\r\n"
    )
    .into_bytes()
}

/// A form as a browser sends it.
#[must_use]
pub fn post(address: SocketAddr, path: &str, cookie: &str, form: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\norigin: http://{address}\r\nsec-fetch-site: same-origin\r\n\
         cookie: {cookie}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    )
    .into_bytes()
}
