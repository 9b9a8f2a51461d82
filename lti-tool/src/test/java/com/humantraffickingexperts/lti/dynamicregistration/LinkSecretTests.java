package com.humantraffickingexperts.lti.dynamicregistration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LinkSecretTests {

	@Test
	void travelsInAPath() {
		LinkSecret secret = LinkSecret.fresh();
		assertThat(secret.text()).matches("[A-Za-z0-9_-]{43}");
		assertThat(LinkSecret.of(secret.text()).orElseThrow().digest()).isEqualTo(secret.digest());
		assertThat(secret.digest()).hasSize(43).isNotEqualTo(secret.text());
	}

	@Test
	void opensWhatItSealedAndNobodyElseDoes() {
		LinkSecret secret = LinkSecret.fresh();
		String sealed = secret.seal("the token");
		assertThat(sealed).doesNotContain("token");
		assertThat(LinkSecret.of(secret.text()).orElseThrow().unseal(sealed)).isEqualTo("the token");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> LinkSecret.fresh().unseal(sealed));
	}

	@Test
	void isNotAnyText() {
		assertThat(LinkSecret.of("")).isEmpty();
		assertThat(LinkSecret.of("A".repeat(42))).isEmpty();
		assertThat(LinkSecret.of("../" + "A".repeat(40))).isEmpty();
	}

}
