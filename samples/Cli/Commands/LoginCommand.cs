using System.CommandLine;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Signs in and keeps the sign-in under a name.</summary>
internal static class LoginCommand
{
    internal static Command Create(Globals globals)
    {
        var tenant = Text("--tenant", "The tenant: its id or one of its domains. Default for people: common.", "tenant");
        var client = Text("--client-id", "The application (client) id of your app registration.", "id");
        var cloud = Text("--cloud", "UsGovernmentL4, UsGovernmentL5 or China. Default: worldwide.", "name");
        var shared = new Option[] { tenant, client, cloud };
        var list = Arguments.Flag("--list", "List the profiles.");
        var remove = Text("--remove", "Sign out and forget this profile.", "name");
        var use = Text("--use", "Use this profile from now on.", "name");

        Func<ParseResult, SignInKind, Profile> read = (parsed, kind) =>
            new Profile(parsed.GetValue(globals.Profile) ?? Profile.DefaultName, kind)
            {
                TenantId = parsed.GetValue(tenant),
                ClientId = parsed.GetValue(client),
                Cloud = parsed.GetValue(cloud),
                Drive = parsed.GetValue(globals.Drive),
            };

        var pfx = Text("--certificate", "A .pfx or .pem file with certificate and private key.", "file");
        pfx.Required = true;
        var password = Text("--password-env", "The environment variable that holds the password of the certificate.", "name");
        var secretVariable = Text(
            "--secret-env", "The environment variable that holds the secret. Default: ONEDRIVE_CLIENT_SECRET.", "name");
        var secretFile = Text("--secret-file", "The file that holds the secret.", "file");
        var expires = Text("--secret-expires", "The day on which the secret ends, such as 2027-06-30; 'doctor' warns before it.", "date");

        return new Verb(
            globals,
            "login",
            "Sign in. Each --profile is a sign-in of its own; no secret is stored.",
            list,
            remove,
            use,
            new Verb(globals, "browser", "Sign in as a person, in the browser.", shared).Run((session, parsed, token) =>
                BrowserAsync(session, read(parsed, SignInKind.Browser), token)),
            new Verb(globals, "device-code", "Sign in as a person, on another device.", shared).Run((session, parsed, token) =>
                DeviceCodeAsync(session, read(parsed, SignInKind.DeviceCode), token)),
            new Verb(globals, "certificate", "Sign in as an application, with a certificate.", [.. shared, pfx, password]).Run(
                (session, parsed, token) => ApplicationAsync(
                    session,
                    read(parsed, SignInKind.Certificate) with
                    {
                        CertificatePath = Path.GetFullPath(parsed.GetValue(pfx)!),
                        PasswordVariable = parsed.GetValue(password),
                    },
                    token)),
            new Verb(globals, "secret", "Sign in as an application, with a secret.", [.. shared, secretVariable, secretFile, expires]).Run(
                (session, parsed, token) => ApplicationAsync(
                    session,
                    read(parsed, SignInKind.Secret) with
                    {
                        SecretVariable = parsed.GetValue(secretVariable),
                        SecretFile = parsed.GetValue(secretFile) is { } file ? Path.GetFullPath(file) : null,
                        SecretExpires = parsed.GetValue(expires),
                    },
                    token)))
            .Run((session, parsed, token) => ManageAsync(session, parsed.GetValue(remove), parsed.GetValue(use), token));
    }

    private static Option<string?> Text(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };

    private static async Task<int> BrowserAsync(Session session, Profile profile, CancellationToken cancellationToken)
    {
        var (emulator, complete) = await PrepareAsync(session, profile, cancellationToken);

        // The emulator is visited without a browser, so that nothing would post a form.
        var mode = emulator is null ? (AuthorizationResponseMode?)null : AuthorizationResponseMode.Query;
        using var flow = SignIns.OpenBrowser(complete, Connection.CloudOf(complete, emulator), session.State, mode);
        var options = emulator is null
            ? null
            : new InteractiveSignInOptions { OpenBrowser = VisitAsync, Timeout = TimeSpan.FromSeconds(30) };
        session.Screen.Note("Continue in the browser …");
        var signIn = await flow.SignInInteractivelyAsync(complete.Name, options, cancellationToken);
        return await KeepAsync(session, complete, signIn.Account?.UserName, cancellationToken);
    }

    private static async Task<int> DeviceCodeAsync(Session session, Profile profile, CancellationToken cancellationToken)
    {
        var (emulator, complete) = await PrepareAsync(session, profile, cancellationToken);
        using var flow = SignIns.OpenDeviceCode(complete, Connection.CloudOf(complete, emulator), session.State);
        var signIn = await flow.SignInAsync(
            complete.Name,
            (prompt, _) =>
            {
                session.Screen.Note(prompt.Message);
                session.Host?.Emulator?.ApproveDeviceCode(prompt.UserCode);
                return ValueTask.CompletedTask;
            },
            cancellationToken);
        return await KeepAsync(session, complete, signIn.Account?.UserName, cancellationToken);
    }

    private static async Task<int> ApplicationAsync(Session session, Profile profile, CancellationToken cancellationToken)
    {
        var (emulator, complete) = await PrepareAsync(session, profile, cancellationToken);
        if (complete.TenantId is null)
            throw new CliException("An application signs in to one tenant.", ExitCode.Usage, "Name it: --tenant contoso.onmicrosoft.com");
        var cloud = Connection.CloudOf(complete, emulator);
        var (tokens, flow) = SignIns.Open(complete, cloud, session.State);
        using (flow)
        {
            await tokens.GetTokenAsync(new AccessTokenRequest { Resource = cloud.GraphEndpoint }, cancellationToken);
        }

        return await KeepAsync(session, complete, account: null, cancellationToken);
    }

    /// <summary>With the emulator, its own application and tenant are known.</summary>
    private static async Task<(Uri? Emulator, Profile Profile)> PrepareAsync(
        Session session, Profile profile, CancellationToken cancellationToken)
    {
        var emulator = await session.FindEmulatorAsync(cancellationToken);
        if (emulator is not null)
        {
            return (emulator, profile with
            {
                TenantId = profile.TenantId ?? OneDriveEmulator.DefaultTenantId,
                ClientId = profile.ClientId
                    ?? (profile.Kind is SignInKind.Browser or SignInKind.DeviceCode
                        ? EmulatorHost.PublicClientId
                        : OneDriveEmulator.DefaultClientId),
            });
        }

        return profile.ClientId is not null
            ? (null, profile)
            : throw new CliException(
                "--client-id is missing.",
                ExitCode.Usage,
                "Register an application in Microsoft Entra ID and give its id. Without an account: add --emulator.");
    }

    /// <summary>The sign-in page of the emulator asks nothing: opening it is enough.</summary>
    private static async ValueTask VisitAsync(Uri address, CancellationToken cancellationToken)
    {
        using var browser = new HttpClient();
        using var response = await browser.GetAsync(address, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static async Task<int> KeepAsync(Session session, Profile profile, string? account, CancellationToken cancellationToken)
    {
        var profiles = await ProfileStore.LoadAsync(session.State, cancellationToken);
        await profiles.SaveAsync(profile, cancellationToken);
        if (session.Screen.IsJson)
            session.Screen.Json(new JsonObject { ["profile"] = profile.Name, ["kind"] = profile.Kind.ToString(), ["account"] = account });
        session.Screen.Note($"Signed in{(account is null ? "" : " as " + account)}. The profile is '{profile.Name}'.");
        return ExitCode.Success;
    }

    private static async Task<int> ManageAsync(Session session, string? remove, string? use, CancellationToken cancellationToken)
    {
        var profiles = await ProfileStore.LoadAsync(session.State, cancellationToken);
        if ((remove ?? use) is { } name)
        {
            var profile = profiles.Find(name) ?? throw new CliException($"There is no profile '{name}'.", ExitCode.NotFound);
            if (use is not null)
                await profiles.SaveAsync(profile, cancellationToken);
            else
                await RemoveAsync(session, profiles, profile, cancellationToken);
        }

        if (session.Screen.IsJson)
        {
            session.Screen.Json(new JsonArray([.. profiles.All.Select(profile => Json(profile, profiles.Current))]));
        }
        else if (profiles.All.Count == 0)
        {
            session.Screen.Note($"There is no profile yet. '{CommandLine.Name} login --help' shows the ways to sign in.");
        }
        else
        {
            session.Screen.Table(["", "Profile", "Sign-in", "Tenant", "Drive"], profiles.All.Select(profile => (IReadOnlyList<Cell>)
                [profile.Name == profiles.Current ? "*" : "", profile.Name, profile.Kind.ToString(), profile.TenantId, profile.Drive]));
        }

        return ExitCode.Success;
    }

    private static async Task RemoveAsync(
        Session session, ProfileStore profiles, Profile profile, CancellationToken cancellationToken)
    {
        var cloud = Connection.CloudOf(profile, await session.FindEmulatorAsync(cancellationToken));
        if (profile.Kind is SignInKind.Browser)
        {
            using var flow = SignIns.OpenBrowser(profile, cloud, session.State);
            await flow.SignOutAsync(profile.Name, cancellationToken);
        }
        else if (profile.Kind is SignInKind.DeviceCode)
        {
            using var flow = SignIns.OpenDeviceCode(profile, cloud, session.State);
            await flow.SignOutAsync(profile.Name, cancellationToken);
        }

        await profiles.RemoveAsync(profile, cancellationToken);
        session.Screen.Note($"The profile '{profile.Name}' is forgotten.");
    }

    private static JsonObject Json(Profile profile, string? current)
    {
        var json = profile.ToJson();
        json["isCurrent"] = profile.Name == current;
        return json;
    }
}
