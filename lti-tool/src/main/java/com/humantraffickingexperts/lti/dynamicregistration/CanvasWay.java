package com.humantraffickingexperts.lti.dynamicregistration;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.admin.Administrator;
import com.humantraffickingexperts.lti.console.RegistrationWay;
import com.humantraffickingexperts.lti.registration.Institution;
import com.humantraffickingexperts.lti.registration.PlatformFamily;
import com.humantraffickingexperts.lti.web.ToolAddress;

/** Canvas reads the tool's configuration from an address. */
@Component
class CanvasWay implements RegistrationWay {

	private static final int STEPS = 4;

	private final ToolAddress address;

	CanvasWay(ToolAddress address) {
		this.address = address;
	}

	@Override
	public int order() {
		return 50;
	}

	@Override
	public Optional<Way> wayFor(Administrator administrator, @Nullable Institution institution, PlatformFamily family) {
		if (family != PlatformFamily.CANVAS) {
			return Optional.empty();
		}
		return Optional.of(new Way("registration.canvas.title", "registration.canvas.what",
				List.of(new Copyable("registration.canvas.url", this.address.url("/lti/canvas.json").toString()),
						new Copyable("registration.canvas.redirect", this.address.url("/lti/launch").toString())),
				IntStream.rangeClosed(1, STEPS).mapToObj((step) -> "registration.canvas.step." + step).toList(), null));
	}

}
