using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Identity;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>What happens around sign-ins: device codes, tokens, keys, and what continuous access evaluation demands.</summary>
internal sealed class SignInControl(OneDriveEmulator emulator, EmulatorState state, EmulatorOptions options, OwnerLookup owners)
    : IControlOperations
{
    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "deviceCodes", "listDeviceCodes", "Lists the device codes that wait for a user.", (_, _) =>
            ControlJson.DoneAsync(ControlJson.List(state.DeviceCodes.ListWaiting(), WriteDeviceCode)))
        {
            Result = "DeviceCode[]",
        },
        new("POST", "deviceCodes/{userCode}/approve", "approveDeviceCode", "Enters a device code, and signs in.", (request, _) =>
        {
            state.DeviceCodes.Finish(FindWaiting(request), UserOf(request) ?? emulator.DefaultUser.State);
            return ControlJson.NothingAsync();
        })
        {
            Body = "Approval", IsBodyRequired = false, Status = 204,
        },
        new("POST", "deviceCodes/{userCode}/decline", "declineDeviceCode", "Enters a device code, and declines.", (request, _) =>
        {
            state.DeviceCodes.Finish(FindWaiting(request), user: null);
            return ControlJson.NothingAsync();
        })
        {
            Status = 204,
        },
        new("POST", "tokens", "issueToken", "Issues an access token without a sign-in.", IssueAsync)
        {
            Body = "NewToken", IsBodyRequired = false, Status = 201, Result = "Token",
        },
        new("DELETE", "tokens", "revokeTokens", "Makes access tokens invalid: of one user, or all.", (request, _) =>
        {
            emulator.RevokeAccessTokens(OwnerOf(request)?.Drive.Id);
            return ControlJson.NothingAsync();
        })
        {
            Parameters = ["owner"], Status = 204,
        },
        new("DELETE", "signIns", "revokeSignIns", "Revokes sign-ins, as a password change does.", (request, _) =>
        {
            var user = OwnerOf(request)?.User;
            state.SignIns.Revoke(grant => user is null || grant.User == user);
            return ControlJson.NothingAsync();
        })
        {
            Parameters = ["owner"], Status = 204,
        },
        new("POST", "signingKeys/rotate", "rotateSigningKey", "Signs identity tokens with a new key from now on.", (request, _) =>
        {
            state.SigningKeys.Rotate(request.Body.GetFlag("withdrawOld") ?? false);
            return ControlJson.NothingAsync();
        })
        {
            Body = "KeyRotation", IsBodyRequired = false, Status = 204,
        },
        new("GET", "demandedClaims", "getDemandedClaims", "Shows the required claims.", (request, _) => ShowClaimsAsync(request))
        {
            Parameters = ["owner"], Result = "DemandedClaims",
        },
        new("PUT", "demandedClaims", "demandClaims", "Rejects user tokens that were not requested with the claims: 401.", (request, _) =>
        {
            var claims = request.Body.GetObject("claims");
            state.Claims.Demand(claims?.GetRawText(), OwnerOf(request)?.Drive.Id);
            return ShowClaimsAsync(request);
        })
        {
            Parameters = ["owner"], Body = "DemandedClaims", Result = "DemandedClaims",
        },
        new("DELETE", "demandedClaims", "demandNoClaims", "Stops requiring claims.", (request, _) =>
        {
            state.Claims.Demand(claims: null, OwnerOf(request)?.Drive.Id);
            return ControlJson.NothingAsync();
        })
        {
            Parameters = ["owner"], Status = 204,
        },
    ];

    private static JsonObject WriteDeviceCode(DeviceSignIn signIn) => new()
    {
        ["userCode"] = signIn.UserCode,
        ["clientId"] = signIn.Application.ClientId,
        ["application"] = signIn.Application.DisplayName,
        ["scopes"] = ControlJson.Texts(signIn.Scopes.Permissions.Concat(signIn.Scopes.OpenIdWords)),
        ["expires"] = ControlJson.Date(signIn.Expires),
    };

    private DeviceSignIn FindWaiting(ControlRequest request) => state.DeviceCodes.FindWaiting(request["userCode"])
        ?? throw new GraphError(
            404,
            "itemNotFound",
            $"The device code '{request["userCode"]}' is not pending. GET /_emulator/deviceCodes lists the pending codes.");

    private DriveOwner? OwnerOf(ControlRequest request) => owners.Find(request) switch
    {
        { User: null } owner => throw GraphError.InvalidRequest($"'{owner.Name}' is a group, and groups cannot sign in. Use a user."),
        var owner => owner,
    };

    private UserState? UserOf(ControlRequest request) => request.Body.GetText("user") is { } name ? owners.GetUser(name) : null;

    private Task<Answer> ShowClaimsAsync(ControlRequest request)
    {
        var claims = state.Claims.Of(OwnerOf(request)?.Drive.Id);
        return ControlJson.DoneAsync(Answer.Json(200, new JsonObject().With("claims", claims is null ? null : JsonNode.Parse(claims))));
    }

    private Task<Answer> IssueAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var user = UserOf(request) is { } person ? emulator.Describe(person) : null;
        var application = request.Body.GetText("clientId") is { } clientId ? GetApplication(clientId) : null;
        var token = request.Body.GetText("api") is { } api
            ? emulator.IssueUserAssertion(GetApplication(api), user)
            : emulator.IssueAccessToken(user, application);
        return ControlJson.DoneAsync(Answer.Json(201, new JsonObject
        {
            ["accessToken"] = token,
            ["tokenType"] = "Bearer",
            ["expiresIn"] = (long)options.AccessTokenLifetime.TotalSeconds,
        }));
    }

    private EmulatorApplication GetApplication(string clientId) => state.Applications.Find(clientId)
        ?? throw new GraphError(404, "itemNotFound", $"The application '{clientId}' does not exist. GET /_emulator/applications lists the "
            + "applications.");
}
