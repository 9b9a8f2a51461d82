package com.humantraffickingexperts.sandbox;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.core.type.TypeReference;

import com.humantraffickingexperts.sandbox.manners.Manners;

/**
 * Starts a sandbox and a small tool for the tests of a class.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WithSandbox {

	protected final FakeTool tool = new FakeTool();

	protected final SandboxPlatform sandbox = SandboxPlatform.start(SandboxSettings.forTool(this.tool.baseUrl()));

	@BeforeAll
	void connected() {
		this.sandbox.connectTool(this.tool.baseUrl());
	}

	@BeforeEach
	void asNew() {
		this.sandbox.manners(Manners.GENERIC);
		this.sandbox.faults().clear();
		this.sandbox.clock().skew(java.time.Duration.ZERO);
		this.sandbox.requests().clear();
	}

	@AfterAll
	void stop() {
		this.sandbox.close();
		this.tool.close();
	}

	protected static Map<String, @Nullable Object> json(HttpResponse<String> response) {
		return Objects.requireNonNull(Json.readObject(response.body()), response.body());
	}

	protected static List<Map<String, Object>> list(HttpResponse<String> response) {
		return Json.mapper().readValue(response.body(), new TypeReference<List<Map<String, Object>>>() {
		});
	}

}
