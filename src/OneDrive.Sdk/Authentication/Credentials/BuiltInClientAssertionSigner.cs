using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Signs with the base class library. It also creates the input of external signers (<see cref="DelegatedClientAssertionSigner"/>).
/// </summary>
internal sealed class BuiltInClientAssertionSigner : IClientAssertionSigner
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ValueTask<string> SignAsync(ClientAssertion assertion, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var key = assertion.PrivateKey ?? throw new ArgumentException("The assertion does not have a private key.", nameof(assertion));
        var padding = assertion.Algorithm is ClientAssertionAlgorithm.PS256 ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;

        var content = Write(assertion);
        var signature = key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, padding);
        return ValueTask.FromResult($"{content}.{Base64Url.Encode(signature)}");
    }

    /// <summary>Header and claims in compact form: what is signed.</summary>
    internal static string Write(ClientAssertion assertion) => $"{Encode(assertion.Header)}.{Encode(assertion.Claims)}";

    private static string Encode(IReadOnlyList<KeyValuePair<string, object>> members)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
            {
                writer.WritePropertyName(name);
                Write(writer, value);
            }

            writer.WriteEndObject();
        }

        return Base64Url.Encode(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case long number:
                writer.WriteNumberValue(number);
                break;
            case IEnumerable<string> list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    writer.WriteStringValue(item);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue((string)value);
                break;
        }
    }
}
