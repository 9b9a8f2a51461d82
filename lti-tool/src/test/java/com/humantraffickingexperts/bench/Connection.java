package com.humantraffickingexperts.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/**
 * One kept HTTP/1.1 connection, opened again when the server closed it: as little work as
 * possible, because the driver shares the machine with what it measures.
 */
final class Connection implements Closeable {

	private static final int TIMEOUT_MILLIS = 10_000;

	private final InetSocketAddress server;

	private @Nullable Socket socket;

	private InputStream in = InputStream.nullInputStream();

	Connection(InetSocketAddress server) {
		this.server = server;
	}

	Answer send(String request) throws IOException {
		Socket open = open();
		open.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
		Answer answer = read();
		if ("close".equalsIgnoreCase(answer.header("connection"))) {
			close();
		}
		return answer;
	}

	private Socket open() throws IOException {
		Socket open = this.socket;
		if (open == null) {
			open = new Socket();
			open.setTcpNoDelay(true);
			open.setSoTimeout(TIMEOUT_MILLIS);
			open.connect(this.server, TIMEOUT_MILLIS);
			this.in = new BufferedInputStream(open.getInputStream(), 16 * 1024);
			this.socket = open;
		}
		return open;
	}

	private Answer read() throws IOException {
		String first = line();
		int status = Integer.parseInt(first, 9, 12, 10);
		Map<String, List<String>> headers = new HashMap<>();
		for (String header = line(); !header.isEmpty(); header = line()) {
			int colon = header.indexOf(':');
			headers.computeIfAbsent(header.substring(0, colon).toLowerCase(Locale.ROOT), (name) -> new ArrayList<>(1))
				.add(header.substring(colon + 1).strip());
		}
		Answer head = new Answer(status, headers, "");
		byte[] body = body(head);
		if ("gzip".equals(head.header("content-encoding"))) {
			body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
		}
		return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
	}

	private byte[] body(Answer head) throws IOException {
		if ("chunked".equalsIgnoreCase(head.header("transfer-encoding"))) {
			ByteArrayOutputStream body = new ByteArrayOutputStream();
			for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
				body.write(exactly(size));
				line();
			}
			line();
			return body.toByteArray();
		}
		String length = head.header("content-length");
		return (length == null) ? new byte[0] : exactly(Integer.parseInt(length));
	}

	private byte[] exactly(int length) throws IOException {
		byte[] bytes = this.in.readNBytes(length);
		if (bytes.length < length) {
			throw new EOFException("The answer ended early");
		}
		return bytes;
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder(80);
		for (int next = this.in.read(); next != '\n'; next = this.in.read()) {
			if (next < 0) {
				throw new EOFException("The connection was closed");
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
		return line.toString();
	}

	@Override
	public void close() {
		try {
			if (this.socket != null) {
				this.socket.close();
			}
		}
		catch (IOException ex) {
			// A connection that cannot be closed is as good as closed.
		}
		this.socket = null;
	}

}
