package io.shouxin.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.shouxin.testkit.Certificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contracts signed with certificates: what holds, what an independent program says of it, and which forgeries are found out. */
class PdfSignatureTest {

    private static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");
    private static final Duration YEARS = Duration.ofDays(2000);
    private static final Certificates AUTHORITY = new Certificates("Test Root", NOON.minus(Duration.ofDays(100)), YEARS);
    private static final Certificates STRANGER = new Certificates("Somebody's Root", NOON.minus(Duration.ofDays(100)), YEARS);
    private static final SigningKey CUSTOMER = AUTHORITY.of("王𠮷", "安徽祥瑞机械制造有限公司");
    private static final SigningKey BANK = AUTHORITY.withRsa("赵法务", "授信管理中心");
    private static final SigningKey FORGER = STRANGER.of("王𠮷", "安徽祥瑞机械制造有限公司");
    private static final PdfPrinter PRINTER = new PdfPrinter();
    private static final PdfSigner SIGNER = new PdfSigner();
    private static final byte[] TEXT = PRINTER.print("<html><body style=\"font-family: 'Noto Sans SC'\"><p>授信额度为人民币叁佰万元整（¥3,000,000.00）。</p></body></html>")
            .orElseThrow();
    private static final byte[] STAMP = PRINTER.print("<html><head><style>@page { size: 80mm 24mm; margin: 2mm }</style></head>"
            + "<body style=\"font-family: 'Noto Sans SC', 'Shouxin Rare Han'; font-size: 9pt\">王𠮷 · 同意签署</body></html>").orElseThrow();

    private final byte[] byCustomer = sign(TEXT, "customer", 400, CUSTOMER);
    private final byte[] byBoth = sign(byCustomer, "bank", 500, BANK);

    @Test
    void leavesTheBytesUntouchedThatStoodBefore() {
        assertThat(Arrays.copyOf(byCustomer, TEXT.length)).isEqualTo(TEXT);
        assertThat(Arrays.copyOf(byBoth, byCustomer.length)).isEqualTo(byCustomer);
        assertThat(SignatureVerifier.showsWhatWasSent(TEXT, byBoth)).isTrue();
    }

    @Test
    void tellsWhoSignedWhenWhyAndHowMuchOfTheFile() {
        SignatureReport report = verify(byBoth);

        assertThat(report.allFlaws()).isEmpty();
        assertThat(report.genuine()).isTrue();
        assertThat(report.pages()).isEqualTo(1);
        assertThat(report.signatures()).extracting(FoundSignature::field).containsExactly("customer", "bank");
        assertThat(report.signatures()).extracting(FoundSignature::signatory).containsExactly("王𠮷", "赵法务");
        assertThat(report.signatures()).extracting(FoundSignature::organisation).containsExactly("安徽祥瑞机械制造有限公司", "授信管理中心");
        assertThat(report.signatures()).extracting(FoundSignature::claimedAt).containsOnly(NOON);
        assertThat(report.signatures()).extracting(FoundSignature::reason).containsOnly("同意签署授信合同");
        assertThat(report.signatures()).extracting(FoundSignature::signedBytes).containsExactly(byCustomer.length, byBoth.length);
        assertThat(report.signatures()).extracting(FoundSignature::issuer).containsOnly("Test Root");
    }

    @Test
    void anIndependentProgramFindsBothSignaturesValid() throws IOException, InterruptedException {
        Pdfsig.required();

        Pdfsig.Answer answer = Pdfsig.of(byBoth);

        assertThat(answer.validations()).as(answer.text()).containsExactly("Signature is Valid.", "Signature is Valid.");
        assertThat(answer.coverage()).as(answer.text()).contains("Total document signed");
        assertThat(answer.text()).contains("ETSI.CAdES.detached");
    }

    @Test
    void anIndependentProgramFindsAChangedByteToo() throws IOException, InterruptedException {
        Pdfsig.required();

        assertThat(Pdfsig.of(Forgery.BYTE_OF_THE_TEXT.of(byBoth)).validations()).isNotEmpty().doesNotContain("Signature is Valid.");
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void findsOut(Forgery forgery) {
        byte[] forged = forgery.of(byBoth);

        SignatureReport report = verify(forged);

        assertThat(forged).isNotEqualTo(byBoth);
        assertThat(report.genuine()).isFalse();
        assertThat(report.allFlaws()).contains(forgery.flaw);
    }

    @Test
    void takesACertificateOnlyForTheTimeItWasValid() {
        SigningKey expired = AUTHORITY.valid("王𠮷", "祥瑞", NOON.minus(Duration.ofDays(90)), NOON.minus(Duration.ofDays(1)));

        assertThat(verify(sign(TEXT, "customer", 400, expired)).allFlaws()).containsExactly(SignatureFlaw.CERTIFICATE_NOT_VALID);
    }

    @Test
    void doesNotTakeASignatureOfTomorrow() {
        assertThat(new SignatureVerifier(List.of(AUTHORITY.root()), NOON.minus(Duration.ofDays(1))).verify(byBoth).allFlaws())
                .containsExactly(SignatureFlaw.TIME_IN_FUTURE);
    }

    @Test
    void doesNotTakeAnotherTextForTheOneSentOut() {
        byte[] other = PRINTER.print("<html><body style=\"font-family: 'Noto Sans SC'\"><p>授信额度为人民币捌佰万元整（¥8,000,000.00）。</p></body></html>")
                .orElseThrow();

        assertThat(SignatureVerifier.showsWhatWasSent(TEXT, sign(other, "customer", 400, CUSTOMER))).isFalse();
    }

    @Test
    void takesWhatAnotherProgramSavedAnewIfItShowsTheSame() throws IOException {
        byte[] anew;
        try (PDDocument document = Loader.loadPDF(TEXT)) {
            ByteArrayOutputStream saved = new ByteArrayOutputStream();
            document.save(saved);
            anew = saved.toByteArray();
        }
        byte[] signed = sign(anew, "customer", 400, CUSTOMER);

        assertThat(Arrays.copyOf(signed, TEXT.length)).isNotEqualTo(TEXT);
        assertThat(SignatureVerifier.showsWhatWasSent(TEXT, signed)).isTrue();
        assertThat(verify(signed).genuine()).isTrue();
    }

    private static SignatureReport verify(byte[] file) {
        return new SignatureVerifier(List.of(AUTHORITY.root()), NOON).verify(file);
    }

    private static byte[] sign(byte[] pdf, String field, int top, SigningKey key) {
        return SIGNER.sign(pdf, new SignatureMark(field, 0, 100, top, 226, 68, STAMP, "签署人", "同意签署授信合同", NOON), key);
    }

    /** What somebody might do to a file both have signed. */
    enum Forgery {
        BYTE_OF_THE_TEXT(SignatureFlaw.BYTES_CHANGED) {
            @Override
            byte[] of(byte[] signed) {
                byte[] changed = signed.clone();
                changed[TEXT.length / 2] ^= 1;
                return changed;
            }
        },
        BYTE_OF_THE_SECOND_SIGNATORYS_NAME(SignatureFlaw.BYTES_CHANGED) {
            @Override
            byte[] of(byte[] signed) {
                byte[] changed = signed.clone();
                changed[lastIndexOf(changed, "/Reason") + 12] ^= 1;
                return changed;
            }
        },
        BYTE_OF_THE_SIGNATURE_ITSELF(SignatureFlaw.BYTES_CHANGED) {
            @Override
            byte[] of(byte[] signed) {
                byte[] changed = signed.clone();
                int at = lastIndexOf(changed, "/Contents <") + 11 + 600;
                changed[at] = (byte) (changed[at] == '0' ? '1' : '0');
                return changed;
            }
        },
        CUT_OFF(SignatureFlaw.UNREADABLE) {
            @Override
            byte[] of(byte[] signed) {
                return Arrays.copyOf(signed, 400);
            }
        },
        BYTES_ADDED(SignatureFlaw.ADDED_AFTER_SIGNING) {
            @Override
            byte[] of(byte[] signed) {
                return joined(signed, "\n% nothing to see\n".getBytes(StandardCharsets.US_ASCII));
            }
        },
        SUM_REPLACED_BY_AN_UPDATE(SignatureFlaw.CONTENT_REPLACED) {
            @Override
            byte[] of(byte[] signed) {
                return updated(signed, Forgery::writeAnotherSum);
            }
        },
        SUM_COVERED_BY_AN_ANNOTATION(SignatureFlaw.CONTENT_REPLACED) {
            @Override
            byte[] of(byte[] signed) {
                return updated(signed, document -> {
                    PDAnnotationSquare cover = new PDAnnotationSquare();
                    cover.setRectangle(new PDRectangle(60, 700, 400, 80));
                    PDPage page = document.getPage(0);
                    page.getAnnotations().add(cover);
                    page.getCOSObject().setNeedToBeUpdated(true);
                });
            }
        },
        PAGE_ADDED(SignatureFlaw.CONTENT_REPLACED) {
            @Override
            byte[] of(byte[] signed) {
                return updated(signed, document -> {
                    document.addPage(new PDPage());
                    document.getPages().getCOSObject().setNeedToBeUpdated(true);
                });
            }
        },
        LETTERS_REPLACED_BY_ANOTHER_FONT(SignatureFlaw.CONTENT_REPLACED) {
            @Override
            byte[] of(byte[] signed) {
                return updated(signed, document -> {
                    var fonts = document.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.FONT);
                    var font = fonts.getCOSDictionary(fonts.keySet().iterator().next());
                    font.setItem(COSName.getPDFName("ToUnicode"), new COSString("other"));
                    font.setNeedToBeUpdated(true);
                });
            }
        },
        SCRIPT_ADDED(SignatureFlaw.ACTIVE_CONTENT) {
            @Override
            byte[] of(byte[] signed) {
                return updated(signed, document -> {
                    document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
                    document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
                });
            }
        },
        /** The shadow attack: other content, shown under a signature that covers the whole file and is good in itself. */
        SUM_REPLACED_AND_SIGNED_BY_THE_OTHER_SIDE(SignatureFlaw.CONTENT_REPLACED) {
            @Override
            byte[] of(byte[] signed) {
                return sign(updated(sign(TEXT, "customer", 400, CUSTOMER), Forgery::writeAnotherSum), "bank", 500, BANK);
            }
        },
        STAMP_LAID_OVER_THE_SUM(SignatureFlaw.CONTENT_REPLACED) {
            @Override
            byte[] of(byte[] signed) {
                return sign(sign(TEXT, "customer", 400, CUSTOMER), "bank", 20, BANK);
            }
        },
        SIGNED_BY_SOMEBODY_WITH_THE_SAME_NAME(SignatureFlaw.NOT_TRUSTED) {
            @Override
            byte[] of(byte[] signed) {
                return sign(TEXT, "customer", 400, FORGER);
            }
        },
        SIGNATURE_LEFT_OUT(SignatureFlaw.NOT_SIGNED) {
            @Override
            byte[] of(byte[] signed) {
                return TEXT;
            }
        },
        SIGNATURE_MADE_TO_SPEAK_OF_LESS(SignatureFlaw.NOT_THE_WHOLE_FILE) {
            @Override
            byte[] of(byte[] signed) {
                return updated(signed, document -> {
                    PDSignature last = document.getLastSignatureDictionary();
                    last.setByteRange(new int[] {10, 20, 30, 40});
                    last.getCOSObject().setNeedToBeUpdated(true);
                });
            }
        },
        SIGNATURE_WRAPPED_AWAY(SignatureFlaw.NOT_THE_WHOLE_FILE) {
            @Override
            byte[] of(byte[] signed) {
                return updated(signed, document -> {
                    PDSignature last = document.getLastSignatureDictionary();
                    last.getCOSObject().removeItem(COSName.BYTERANGE);
                    last.getCOSObject().setNeedToBeUpdated(true);
                });
            }
        };

        private final SignatureFlaw flaw;

        Forgery(SignatureFlaw flaw) {
            this.flaw = flaw;
        }

        abstract byte[] of(byte[] signed);

        private static void writeAnotherSum(PDDocument document) throws IOException {
            PDPage page = document.getPage(0);
            try (PDPageContentStream over = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                over.setNonStrokingColor(1f, 1f, 1f);
                over.addRect(60, 700, 400, 80);
                over.fill();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
        }

        private static byte[] updated(byte[] signed, Change change) {
            try (PDDocument document = Loader.loadPDF(signed)) {
                change.to(document);
                ByteArrayOutputStream update = new ByteArrayOutputStream();
                document.saveIncremental(update);
                return update.toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static byte[] joined(byte[] one, byte[] other) {
            byte[] both = Arrays.copyOf(one, one.length + other.length);
            System.arraycopy(other, 0, both, one.length, other.length);
            return both;
        }

        private static int lastIndexOf(byte[] file, String mark) {
            return new String(file, StandardCharsets.ISO_8859_1).lastIndexOf(mark);
        }
    }

    /** What is changed in an update of the file. */
    @FunctionalInterface
    interface Change {
        void to(PDDocument document) throws IOException;
    }
}
