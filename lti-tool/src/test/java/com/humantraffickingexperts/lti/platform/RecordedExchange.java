package com.humantraffickingexperts.lti.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One exchange with a real Moodle 4.5, as it was recorded.
 *
 * @param name the recording's name for it
 * @param method the method of the request
 * @param path path and query of the request
 * @param requestBody the body of the request, or null
 * @param accept what the request accepted, or null
 * @param contentType what the request's body was, or null
 * @param status the status of the answer
 * @param answerType the content type of the answer
 * @param link the {@code Link} header of the answer, or null
 * @param answerBody the body of the answer
 */
public record RecordedExchange(String name, String method, String path, @Nullable String requestBody,
		@Nullable String accept, @Nullable String contentType, int status, String answerType, @Nullable String link,
		String answerBody) {

	/**
	 * Every exchange of a recording.
	 * @param file its name below {@code recordings/moodle-4.5}, without the ending
	 * @return the exchanges in their order; notes about the gradebook are left out
	 */
	public static List<RecordedExchange> of(String file) {
		try (InputStream in = RecordedExchange.class.getResourceAsStream("/recordings/moodle-4.5/" + file + ".json")) {
			List<RecordedExchange> exchanges = new ArrayList<>();
			for (Map.Entry<String, JsonNode> entry : JsonMapper.shared().readTree(in).properties()) {
				if (entry.getValue().has("request")) {
					exchanges.add(of(entry.getKey(), entry.getValue()));
				}
			}
			return exchanges;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static RecordedExchange of(String name, JsonNode exchange) {
		JsonNode request = exchange.path("request");
		JsonNode asked = request.path("headers");
		JsonNode answered = exchange.path("headers");
		String url = request.path("url").stringValue();
		return new RecordedExchange(name, request.path("method").stringValue(),
				url.substring("http://localhost:8000".length()), text(request.path("body")), text(asked.path("accept")),
				text(asked.path("content-type")), exchange.path("status").intValue(),
				answered.path("content-type").stringValue("text/html"), text(answered.path("link")),
				java.util.Objects.requireNonNullElse(text(exchange.path("body")), ""));
	}

	private static @Nullable String text(JsonNode node) {
		if (node.isMissingNode() || node.isNull()) {
			return null;
		}
		return node.isString() ? node.stringValue() : node.toString();
	}

	/**
	 * The recorded answer.
	 * @return what a played platform answers
	 */
	public ResponseDefinitionBuilder answer() {
		ResponseDefinitionBuilder answer = WireMock.aResponse()
			.withStatus(this.status)
			.withHeader("Content-Type", this.answerType)
			.withBody(this.answerBody);
		return (this.link == null) ? answer : answer.withHeader("Link", this.link);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
