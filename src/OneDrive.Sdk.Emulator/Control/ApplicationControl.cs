using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Registers applications, their redirect addresses and their certificates. Secrets are taken, and never shown.</summary>
internal sealed class ApplicationControl(OneDriveEmulator emulator, EmulatorState state) : IControlOperations
{
    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "applications", "listApplications", "Lists the registered applications.", (_, _) => ControlJson.DoneAsync(
            ControlJson.List(Registered.OrderBy(application => application.DisplayName, StringComparer.Ordinal), Write)))
        {
            Result = "Application[]",
        },
        new("POST", "applications", "addApplication", "Registers an application.", AddAsync)
        {
            Body = "NewApplication", IsBodyRequired = false, Status = 201, Result = "Application",
        },
        new("GET", "applications/{clientId}", "getApplication", "Shows an application.", (request, _) => ShowAsync(Get(request)))
        {
            Result = "Application",
        },
        new("PATCH", "applications/{clientId}", "changeApplication", "Requires or grants administrator consent for an "
            + "application.", (request, _) =>
        {
            var application = Get(request);
            application.RequiresAdminConsent = request.Body.GetFlag("requiresAdminConsent") ?? application.RequiresAdminConsent;
            return ShowAsync(application);
        })
        {
            Body = "ApplicationChange", Result = "Application",
        },
        new("DELETE", "applications/{clientId}", "removeApplication", "Removes an application. Its tokens remain valid.", RemoveAsync)
        {
            Status = 204,
        },
        new("POST", "applications/{clientId}/redirectUris", "addRedirectUri", "Adds a redirect URI to an application.", (request, _) =>
        {
            var application = Get(request);
            application.AddRedirectUri(ReadAddress(request.Body.GetText("redirectUri")!));
            return ShowAsync(application);
        })
        {
            Body = "NewRedirectUri", Result = "Application",
        },
        new("POST", "applications/{clientId}/certificates", "addCertificate", "Adds a certificate that an application can sign in "
            + "with.", (request, _) =>
        {
            var application = Get(request);
            using (var certificate = ReadCertificate(request.Body.GetText("certificate")!))
            {
                application.AddCertificate(certificate);
            }

            return ShowAsync(application);
        })
        {
            Body = "NewCertificate", Result = "Application",
        },
    ];

    private IEnumerable<EmulatorApplication> Registered => state.Applications.All.Where(application => !application.IsUnregistered);

    private EmulatorApplication Get(ControlRequest request)
    {
        var clientId = request["clientId"];
        return Registered.FirstOrDefault(application => application.ClientId.Equals(clientId, StringComparison.OrdinalIgnoreCase))
            ?? throw new GraphError(
                404, "itemNotFound", $"The application '{clientId}' does not exist. POST /_emulator/applications registers one.");
    }

    private static Task<Answer> ShowAsync(EmulatorApplication application) => ControlJson.DoneAsync(Answer.Json(200, Write(application)));

    private static JsonObject Write(EmulatorApplication application) => new()
    {
        ["clientId"] = application.ClientId,
        ["displayName"] = application.DisplayName,
        ["isPublicClient"] = application.IsPublicClient,
        ["hasSecret"] = application.ClientSecret is not null,
        ["requiresAdminConsent"] = application.RequiresAdminConsent,
        ["redirectUris"] = ControlJson.Texts(application.RedirectUris.Select(uri => uri.OriginalString)),
        ["certificates"] = new JsonArray([.. application.Certificates.Select(certificate => (JsonNode)new JsonObject
        {
            ["thumbprint"] = certificate.Thumbprint,
            ["thumbprintSha256"] = certificate.GetCertHashString(HashAlgorithmName.SHA256),
            ["subject"] = certificate.Subject,
            ["notAfter"] = ControlJson.Date(new DateTimeOffset(certificate.NotAfter)),
        })]),
    };

    private Task<Answer> AddAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        List<X509Certificate2> certificates = [];
        try
        {
            certificates.AddRange(Texts(body, "certificates").Select(ReadCertificate));
            var application = emulator.AddApplication(options =>
            {
                (options.ClientId, options.ClientSecret) = (body.GetText("clientId"), body.GetText("clientSecret"));
                options.DisplayName = body.GetText("displayName") ?? options.DisplayName;
                options.IsPublicClient = body.GetFlag("isPublicClient") ?? false;
                options.RequiresAdminConsent = body.GetFlag("requiresAdminConsent") ?? false;
                foreach (var address in Texts(body, "redirectUris"))
                {
                    options.RedirectUris.Add(ReadAddress(address));
                }

                foreach (var certificate in certificates)
                {
                    options.Certificates.Add(certificate);
                }
            });
            return ControlJson.DoneAsync(Answer.Json(201, Write(application)));
        }
        catch (ArgumentException)
        {
            throw new GraphError(409, "nameAlreadyExists", $"The application '{body.GetText("clientId")}' already exists.");
        }
        finally
        {
            certificates.ForEach(certificate => certificate.Dispose());
        }
    }

    private Task<Answer> RemoveAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var application = Get(request);
        if (application == emulator.DefaultApplication)
        {
            throw new GraphError(409, "notAllowed", "The default application cannot be removed, because clients receive it when the "
                + "emulator starts.");
        }

        state.Applications.Remove(application.ClientId);
        return ControlJson.NothingAsync();
    }

    private static IEnumerable<string> Texts(JsonElement body, string name)
        => body.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];

    private static Uri ReadAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && text.StartsWith($"{address.Scheme}:", StringComparison.OrdinalIgnoreCase)
        ? address
        : throw GraphError.InvalidRequest($"'{text}' is not an absolute address. Use an address such as http://localhost:3000/callback.");

    private static X509Certificate2 ReadCertificate(string text)
    {
        try
        {
            if (text.Contains("-----BEGIN", StringComparison.Ordinal))
            {
                return X509Certificate2.CreateFromPem(text);
            }

            var bytes = Convert.FromBase64String(text);
#if NET9_0_OR_GREATER
            return X509CertificateLoader.LoadCertificate(bytes);
#else
            return new X509Certificate2(bytes);
#endif
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            throw GraphError.InvalidRequest("The certificate is not valid. Send PEM, or DER in base64.");
        }
    }
}
